package io.leadlifecycle.journey.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who, as the company's login says, has come. Issuer and subject alone tell people apart; the name is for reading,
 * and may be anything.
 */
record CompanyUser(
    String issuer,
    String subject,
    String name,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email) {

  private static final int READABLE = 24;
  private static final int MARK = 32;

  static CompanyUser of(OidcUser told) {
    String name = Stream.of(told.getPreferredUsername(), told.getEmail(), "user")
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
    return new CompanyUser(
        told.getIssuer().toString(), told.getSubject(), name, told.getGivenName(), told.getFamilyName(),
        told.getEmail());
  }

  /**
   * Letters and digits only, as the engine wants it. The mark keeps two people of one name apart, and anybody
   * called admin from being the local one.
   */
  String id() {
    String readable = name.replaceAll("[^a-zA-Z0-9]", "");
    return readable.substring(0, Math.min(READABLE, readable.length())) + mark();
  }

  /** Ends the id, also after the person was renamed. With its length, issuer and subject cannot slide. */
  String mark() {
    String whole = issuer.length() + ":" + issuer + subject;
    return HexFormat.of().formatHex(sha256().digest(whole.getBytes(UTF_8))).substring(0, MARK);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256", e);
    }
  }
}
