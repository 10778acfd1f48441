package io.leadlifecycle.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret in the link of an opt-in mail: who presents it has read the mail. Our tables know its hash; the link
 * itself stands in the mail that carries it.
 */
record OptInToken(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** 256 random bits. */
  static OptInToken random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new OptInToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  String hash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256", e);
    }
  }
}
