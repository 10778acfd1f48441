package io.leadlifecycle.journey.people;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** The company's own login (OpenID Connect), in place of ours: whoever it names, with the roles that it says. */
@Component
@Profile("oidc")
class CompanyLogin extends OidcUserService {

  private static final String NO_ROLE = "no_role";

  private final Colleagues colleagues;
  private final CompanyLoginSettings settings;
  private final ClientRegistrationRepository registrations;

  CompanyLogin(
      Colleagues colleagues, CompanyLoginSettings settings, ClientRegistrationRepository registrations) {
    this.colleagues = colleagues;
    this.settings = settings;
    this.registrations = registrations;
  }

  /** The token was checked before. Whoever has no role of ours is refused, and nothing is kept of strangers. */
  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser told = super.loadUser(request);
    List<String> groups =
        Objects.requireNonNullElse(told.getClaimAsStringList(settings.groupsClaim()), List.of());
    Set<Role> roles = settings.roles(groups);
    if (roles.isEmpty()) {
      colleagues.dismiss(CompanyUser.of(told));
      throw new OAuth2AuthenticationException(NO_ROLE);
    }
    return new Colleague(colleagues.welcome(CompanyUser.of(told), roles), roles, told);
  }

  void open(HttpSecurity http, AuthenticationSuccessHandler entered) throws Exception {
    var asking = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
    asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    http.oauth2Login(login -> login.loginPage("/login")
        .authorizationEndpoint(way -> way.authorizationRequestResolver(asking))
        .userInfoEndpoint(who -> who.oidcUserService(this))
        .successHandler(entered)
        .failureHandler(tellingWhy()));
  }

  private static AuthenticationFailureHandler tellingWhy() {
    return (request, response, failure) -> {
      boolean isStranger = failure instanceof OAuth2AuthenticationException refused
          && refused.getError().getErrorCode().equals(NO_ROLE);
      response.sendRedirect(request.getContextPath() + (isStranger ? "/login?stranger" : "/login?failed"));
    };
  }
}
