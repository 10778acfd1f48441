package io.leadlifecycle.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadlifecycle.lead.LeadId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The links in mails by which a lead speaks for itself without a login. */
@Component
class Links {

  private final String publicAddress;
  private final SecretKeySpec secret;
  private final List<SecretKeySpec> secrets;

  Links(
      @Value("${leads.public-address:http://localhost:8080}") String publicAddress,
      ConsentSettings settings) {
    this.publicAddress = publicAddress.replaceAll("/+$", "");
    this.secret = key(settings.secret());
    this.secrets =
        Stream.concat(Stream.of(secret), settings.formerSecrets().stream().map(Links::key)).toList();
  }

  private static SecretKeySpec key(String secret) {
    return new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
  }

  String confirm(OptInToken token) {
    return publicAddress + "/confirm/" + token.value();
  }

  /** Works for ever and is stored nowhere: the lead's id and our signature on it. */
  String unsubscribe(LeadId lead) {
    return publicAddress + "/unsubscribe/" + lead + "." + signature(lead, secret);
  }

  /** The lead that an unsubscribe link was made for; empty if none of our secrets signed it. */
  Optional<LeadId> unsubscriber(String token) {
    String[] parts = token.split("\\.", 2);
    return parts.length == 2 ? id(parts[0]).filter(lead -> isSigned(lead, parts[1])) : Optional.empty();
  }

  private boolean isSigned(LeadId lead, String signature) {
    return secrets.stream().anyMatch(
        key -> MessageDigest.isEqual(signature(lead, key).getBytes(UTF_8), signature.getBytes(UTF_8)));
  }

  private static String signature(LeadId lead, SecretKeySpec secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      byte[] signature = mac.doFinal(("unsubscribe:" + lead).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java knows HMAC with SHA-256", e);
    }
  }

  private static Optional<LeadId> id(String text) {
    try {
      return Optional.of(LeadId.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
