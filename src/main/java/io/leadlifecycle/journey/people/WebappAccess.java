package io.leadlifecycle.journey.people;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Opens one of the engine's web applications to whom the engine lets in, so that our pages can ask, too. */
record WebappAccess(AuthorizationService authorizations, String application)
    implements AuthorizationManager<RequestAuthorizationContext> {

  private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

  @Override
  public AuthorizationDecision check(Supplier<Authentication> person, RequestAuthorizationContext request) {
    return new AuthorizationDecision(TRUST.isAuthenticated(person.get()) && lets(person.get()));
  }

  private boolean lets(Authentication person) {
    return authorizations.isUserAuthorized(
        person.getName(), groups(person), Permissions.ACCESS, Resources.APPLICATION, application);
  }

  private static List<String> groups(Authentication person) {
    return person.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(Role::isRole)
        .map(Role::group)
        .toList();
  }
}
