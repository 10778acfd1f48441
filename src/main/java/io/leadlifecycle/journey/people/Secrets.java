package io.leadlifecycle.journey.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Passwords and keys nobody can guess. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without the signs that look alike on a console. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private Secrets() {}

  /** Four blocks of four, with small, capital, digit and dash, as the engine's password policy wants it. */
  static String password() {
    String password = IntStream.range(0, 4).mapToObj(i -> block()).collect(Collectors.joining("-"));
    return isMixed(password) ? password : password();
  }

  /** 256 random bits. */
  static String apiKey() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return "leads_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** SHA-256 in hexadecimal: enough for a key of 256 bits, which needs no slow hash. */
  static String hash(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String block() {
    return RANDOM.ints(4, 0, ALPHABET.length())
        .mapToObj(i -> ALPHABET.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private static boolean isMixed(String password) {
    return password.chars().anyMatch(Character::isLowerCase)
        && password.chars().anyMatch(Character::isUpperCase)
        && password.chars().anyMatch(Character::isDigit);
  }
}
