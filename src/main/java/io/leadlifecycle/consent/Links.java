package io.leadlifecycle.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadlifecycle.PublicAddress;
import io.leadlifecycle.lead.LeadId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The links in mails by which a lead speaks for itself without a login. */
@Component
class Links {

  private static final Pattern TOKEN = Pattern.compile("([^.]+)\\.([\\w-]+)[^\\w-]*");

  private final PublicAddress publicAddress;
  private final SecretKeySpec secret;
  private final List<SecretKeySpec> secrets;

  Links(PublicAddress publicAddress, ConsentSettings settings) {
    this.publicAddress = publicAddress;
    this.secret = key(settings.secret());
    this.secrets =
        Stream.concat(Stream.of(secret), settings.formerSecrets().stream().map(Links::key)).toList();
  }

  private static SecretKeySpec key(String secret) {
    return new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
  }

  String confirm(OptInToken token) {
    return publicAddress.of("/confirm/" + token.value());
  }

  /** Works for ever and is stored nowhere: the lead's id and our signature on it. */
  String unsubscribe(LeadId lead) {
    return publicAddress.of("/unsubscribe/" + token(lead));
  }

  /** The same token: who may leave may also choose. */
  String preferences(LeadId lead) {
    return publicAddress.of("/preferences/" + token(lead));
  }

  private String token(LeadId lead) {
    return lead + "." + signature(lead, secret);
  }

  /**
   * The lead that such a link was made for; empty if none of our secrets signed it. A full stop or bracket that
   * stood behind the link in a plain text is no part of it.
   */
  Optional<LeadId> unsubscriber(String token) {
    Matcher parts = TOKEN.matcher(token);
    return parts.matches()
        ? id(parts.group(1)).filter(lead -> isSigned(lead, parts.group(2)))
        : Optional.empty();
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
