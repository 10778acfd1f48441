package io.leadlifecycle.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hashes under which the program knows people, for a value in Java and for one that the database makes. */
enum Hashes {
  ADDRESS(Settings.MAIL_SECRET, ""),
  OPT_IN(Settings.LIMITS_SECRET, "opt-in:");

  private final String secret;
  private final String use;

  Hashes(String secret, String use) {
    this.secret = secret;
    this.use = use;
  }

  String of(String address) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal((use + address).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** @param address an expression of SQL */
  String sql(String address) {
    return "encode(hmac('%s' || %s, '%s', 'sha256'), 'hex')".formatted(use, address, secret);
  }
}
