package io.leadlifecycle.journey.people;

import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.CacheControlConfig;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The doors for people: one login for our pages and for the engine's web applications. */
@Configuration(proxyBeanMethods = false)
class PeopleDoors {

  private static final String WEBAPPS_USER = "/camunda/api/admin/auth/user/default";
  private static final RequestMatcher WEBAPPS_API =
      PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/**");

  /**
   * The web applications bring their own check against forgery and their own headers. They show their own
   * form after logging out or a long pause; it asks for the names of the engines and leads to the same
   * login.
   */
  @Bean
  @Order(6)
  SecurityFilterChain webappsDoor(HttpSecurity http, ProcessEngine engine) throws Exception {
    return http.securityMatcher("/camunda/**")
        .csrf(AbstractHttpConfigurer::disable)
        .headers(headers -> headers
            .frameOptions(FrameOptionsConfig::sameOrigin)
            .cacheControl(CacheControlConfig::disable))
        .requestCache(cache -> cache.requestCache(whereTheyWanted()))
        .formLogin(form -> form.loginPage("/login")
            .loginProcessingUrl(WEBAPPS_USER + "/login/*")
            .successHandler(new WebappsLogin(engine, new SimpleUrlAuthenticationSuccessHandler(WEBAPPS_USER)))
            .failureHandler((request, response, reason) ->
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED)))
        .logout(logout -> logout.logoutUrl(WEBAPPS_USER + "/logout")
            .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler()))
        .exceptionHandling(errors -> errors
            .defaultAuthenticationEntryPointFor(
                new LoginUrlAuthenticationEntryPoint("/login"), new NegatedRequestMatcher(WEBAPPS_API))
            .defaultAuthenticationEntryPointFor(
                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), WEBAPPS_API))
        .authorizeHttpRequests(to -> to
            .requestMatchers(HttpMethod.GET, "/camunda/api/engine/engine/").permitAll()
            .requestMatchers("/camunda/app/tasklist/default/").access(webapp(engine, "tasklist"))
            .requestMatchers("/camunda/app/cockpit/default/").access(webapp(engine, "cockpit"))
            .anyRequest().authenticated())
        .build();
  }

  /** The description of our API opens to machines as well. */
  @Bean
  @Order(7)
  SecurityFilterChain pagesDoor(
      HttpSecurity http, ProcessEngine engine, ApiClients clients, Refusal refusal,
      ObjectProvider<CompanyLogin> companyLogin)
      throws Exception {
    logIn(http, new WebappsLogin(engine, backToWhereTheyWanted()), companyLogin.getIfAvailable());
    return http
        .securityMatcher("/", "/login/**", "/logout", "/oauth2/authorization/**", "/leads/**", "/mails/**",
            "/privacy/**", "/clients/**", "/funnel/**", "/playbook/**", "/sandbox/**", "/swagger-ui.html",
            "/swagger-ui/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
        .headers(PageHeaders.telling(ReferrerPolicy.SAME_ORIGIN))
        .requestCache(cache -> cache.requestCache(whereTheyWanted()))
        .addFilterBefore(new ApiKeyFilter(clients, refusal), BasicAuthenticationFilter.class)
        .authorizeHttpRequests(to -> to
            .requestMatchers("/login").permitAll()
            .requestMatchers("/leads/**").hasAnyAuthority(Role.authorities(Role.MEETING_LEADS))
            .requestMatchers("/funnel/**", "/playbook/**", "/sandbox/**")
            .hasAnyAuthority(Role.authorities(Role.STAFF))
            .requestMatchers("/clients/**").hasAuthority(Role.ADMIN.authority())
            .requestMatchers("/privacy/**").hasAnyAuthority(Role.authorities(Role.DATA_PROTECTION))
            .requestMatchers("/mails/**").hasAnyAuthority(Role.authorities(Role.OPERATION))
            .anyRequest().authenticated())
        .build();
  }

  private static WebappAccess webapp(ProcessEngine engine, String application) {
    return new WebappAccess(engine.getAuthorizationService(), application);
  }

  private static void logIn(
      HttpSecurity http, AuthenticationSuccessHandler entered, @Nullable CompanyLogin companyLogin)
      throws Exception {
    if (companyLogin == null) {
      http.formLogin(form -> form.loginPage("/login").successHandler(entered));
    } else {
      companyLogin.open(http, entered);
    }
  }

  private static AuthenticationSuccessHandler backToWhereTheyWanted() {
    Home handler = new Home();
    handler.setRequestCache(whereTheyWanted());
    return handler;
  }

  private static RequestCache whereTheyWanted() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setMatchingRequestParameterName(null);
    return cache;
  }
}
