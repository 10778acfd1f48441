package io.leadlifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps texts so that only who knows a secret can read them, and nobody can change them (AES-GCM, 256 bit). */
public final class Seal {

  private static final String HMAC = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /** @param use gives each use of one secret a key of its own, such as {@code mail variables} */
  public Seal(String secret, String use) {
    key = new SecretKeySpec(hmac(secret, use), "AES");
  }

  /** Names something without telling it: 64 hexadecimal digits, the same for the same secret, use and text. */
  public static String name(String secret, String use, String text) {
    return HexFormat.of().formatHex(hmac(secret, use + ":" + text));
  }

  /** Never the same twice. */
  public String close(String text) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(UTF_8));
    byte[] all = Arrays.copyOf(nonce, NONCE + closed.length);
    System.arraycopy(closed, 0, all, NONCE, closed.length);
    return Base64.getEncoder().encodeToString(all);
  }

  /** @throws IllegalStateException if it was closed under another secret or for another use, or was changed */
  public String open(String sealed) {
    byte[] all = Base64.getDecoder().decode(sealed);
    byte[] nonce = Arrays.copyOf(all, NONCE);
    return new String(run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(all, NONCE, all.length)), UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This was not sealed by us with this secret, or was changed since", e);
    }
  }

  private static byte[] hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java knows HMAC with SHA-256", e);
    }
  }
}
