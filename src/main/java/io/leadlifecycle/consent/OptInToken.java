package io.leadlifecycle.consent;

import io.leadlifecycle.Fingerprint;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret in the link of an opt-in mail: who presents it has read the mail. Our tables know its hash; the link
 * itself stands in the mail that carries it, and sealed in the ledger until that mail has gone.
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
    return Fingerprint.of(value);
  }
}
