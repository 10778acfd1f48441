package io.leadlifecycle.journey.people;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody who came with the company's own login; its name is that of its user of the engine. */
class Colleague extends DefaultOidcUser {

  private final String id;

  Colleague(String id, Set<Role> roles, OidcUser told) {
    super(
        roles.stream().map(role -> new SimpleGrantedAuthority(role.authority())).collect(Collectors.toSet()),
        told.getIdToken(), told.getUserInfo());
    this.id = id;
  }

  @Override
  public String getName() {
    return id;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof Colleague colleague && id.equals(colleague.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
