package io.leadlifecycle.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadlifecycle.lead.LeadId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The links in mails by which a lead speaks for itself without a login. */
@Component
class Links {

  private final String publicAddress;
  private final SecretKeySpec secret;

  Links(
      @Value("${leads.public-address:http://localhost:8080}") String publicAddress,
      ConsentSettings settings) {
    this.publicAddress = publicAddress.replaceAll("/+$", "");
    this.secret = new SecretKeySpec(settings.secret().getBytes(UTF_8), "HmacSHA256");
  }

  String confirm(OptInToken token) {
    return publicAddress + "/confirm/" + token.value();
  }

  /** Works for ever and is stored nowhere: the lead's id and our signature on it. */
  String unsubscribe(LeadId lead) {
    return publicAddress + "/unsubscribe/" + token(lead);
  }

  /** The same token: who may leave may also choose. */
  String preferences(LeadId lead) {
    return publicAddress + "/preferences/" + token(lead);
  }

  private String token(LeadId lead) {
    return lead + "." + signature(lead);
  }

  /** The lead that such a link was made for; empty if we did not sign it. */
  Optional<LeadId> unsubscriber(String token) {
    String[] parts = token.split("\\.", 2);
    return parts.length == 2 ? id(parts[0]).filter(lead -> isSigned(lead, parts[1])) : Optional.empty();
  }

  private boolean isSigned(LeadId lead, String signature) {
    return MessageDigest.isEqual(signature(lead).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  private String signature(LeadId lead) {
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
