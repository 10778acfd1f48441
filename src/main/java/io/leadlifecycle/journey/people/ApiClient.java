package io.leadlifecycle.journey.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * A machine that talks to us. Not a user of the engine, whose lock-out would let anyone shut a client out.
 *
 * @param name letters and digits
 * @param formerKeyUntil how long the key that it had before works beside the new one; null if it has none
 */
record ApiClient(
    String name,
    Set<Scope> scopes,
    Instant created,
    @Nullable Instant lastUsed,
    @Nullable Instant formerKeyUntil) {

  /** The client whose key the environment gives; it goes when the environment gives none any more. */
  static final String FROM_ENVIRONMENT = "Environment";

  ApiClient {
    if (!isName(name)) {
      throw new IllegalArgumentException("API client names have letters and digits only: " + name);
    }
  }

  static ApiClient fresh(String name, Set<Scope> scopes, Instant created) {
    return new ApiClient(name, scopes, created, null, null);
  }

  static boolean isName(String name) {
    return name.matches("[A-Za-z0-9]{1,40}");
  }

  /** Whether the environment says what becomes of it, and nobody else. */
  public boolean isFromEnvironment() {
    return name.equals(FROM_ENVIRONMENT);
  }

  /** As the doors and the engine see it; the prefix keeps it apart from users of the same name. */
  Authentication authentication() {
    return new PreAuthenticatedAuthenticationToken(
        "apiClient" + name, null, AuthorityUtils.createAuthorityList(authorities()));
  }

  private List<String> authorities() {
    Stream<String> granted = scopes.stream().map(Scope::authority);
    Stream<String> group = Stream.of(Role.API_CLIENTS.authority());
    return Stream.concat(granted, group).toList();
  }
}
