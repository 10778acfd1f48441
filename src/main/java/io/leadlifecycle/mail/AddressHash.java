package io.leadlifecycle.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Remembers addresses without keeping them: the gate outlives the erasure of a lead. */
@Component
class AddressHash {

  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec secret;

  AddressHash(MailSettings settings) {
    this.secret = new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), HMAC);
  }

  String of(String address) {
    String normalised = address.strip().toLowerCase(Locale.ROOT);
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
