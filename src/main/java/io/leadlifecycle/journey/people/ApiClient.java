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
 */
record ApiClient(String name, Set<Scope> scopes, Instant created, @Nullable Instant lastUsed) {

  ApiClient {
    if (!name.matches("[A-Za-z0-9]{1,40}")) {
      throw new IllegalArgumentException("API client names have letters and digits only: " + name);
    }
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
