package io.leadlifecycle.journey.people;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * People log in with their user of the engine; its groups are their roles. After
 * wrong passwords the engine locks a user out for a while, and answers then as to a wrong one.
 */
@Component
@Profile("!oidc")
class EngineUsers implements AuthenticationProvider {

  private final IdentityService identities;

  EngineUsers(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  public Authentication authenticate(Authentication login) {
    String user = login.getName();
    if (!identities.checkPassword(user, String.valueOf(login.getCredentials()))) {
      throw new BadCredentialsException("Unknown user or wrong password");
    }
    return UsernamePasswordAuthenticationToken.authenticated(user, null, roles(user));
  }

  @Override
  public boolean supports(Class<?> login) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(login);
  }

  private List<? extends GrantedAuthority> roles(String user) {
    return identities.createGroupQuery().groupMember(user).list().stream()
        .map(group -> new SimpleGrantedAuthority(Role.authority(group.getId())))
        .toList();
  }
}
