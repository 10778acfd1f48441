package io.leadlifecycle.journey.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Lets people begin where they wanted to go or, if that was nowhere, at the page of their first role. */
class Home extends SavedRequestAwareAuthenticationSuccessHandler {

  private static final String OF_NO_ROLE = "/camunda/app/welcome/";

  static String of(Authentication person) {
    Set<String> held = AuthorityUtils.authorityListToSet(person.getAuthorities());
    return Arrays.stream(Role.values())
        .filter(role -> held.contains(role.authority()))
        .map(Role::home)
        .findFirst()
        .orElse(OF_NO_ROLE);
  }

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, Authentication person) {
    return of(person);
  }
}
