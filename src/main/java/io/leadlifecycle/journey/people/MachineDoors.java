package io.leadlifecycle.journey.people;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/**
 * The doors for machines: an API key or HTTP Basic with each request, no session, and so no cross-site
 * forgery.
 */
@Configuration(proxyBeanMethods = false)
class MachineDoors {

  private final ApiClients clients;
  private final Refusal refusal;

  MachineDoors(ApiClients clients, Refusal refusal) {
    this.clients = clients;
    this.refusal = refusal;
  }

  /** Metrics are not collected, and the engine breaks when asked for them. */
  @Bean
  @Order(1)
  SecurityFilterChain engineDoor(HttpSecurity http, IdentityService identities) throws Exception {
    return keysOnly(http, "/engine-rest/**")
        .authorizeHttpRequests(to -> to
            .requestMatchers("/engine-rest/metrics/**", "/engine-rest/engine/*/metrics/**").denyAll()
            .anyRequest().hasAnyAuthority(Scope.CAPTURE.or(Role.STAFF)))
        .addFilterAfter(new EngineIdentityFilter(identities), AuthorizationFilter.class)
        .build();
  }

  /** What is not named here is for administrators until somebody decides whom else it is for. */
  @Bean
  @Order(2)
  SecurityFilterChain apiDoor(HttpSecurity http) throws Exception {
    return keysOnly(http, "/api/**")
        .authorizeHttpRequests(to -> to
            .requestMatchers(POST, "/api/leads").hasAnyAuthority(Scope.CAPTURE.or(Role.ADMIN))
            .requestMatchers(POST, "/api/activities", "/api/leads/*/activities")
            .hasAnyAuthority(Scope.ACTIVITIES.or(Role.ADMIN))
            .requestMatchers(POST, "/api/mails/*/resend").hasAnyAuthority(Scope.MAILS.or(Role.OPERATION))
            .requestMatchers(GET, "/api/mails").hasAnyAuthority(Scope.READ.or(Role.OPERATION))
            .requestMatchers(DELETE, "/api/leads/*").hasAnyAuthority(Scope.PRIVACY.or(Role.DATA_PROTECTION))
            .requestMatchers("/api/leads/*/personal-data").hasAnyAuthority(Scope.PRIVACY.or(Role.DATA_PROTECTION))
            .requestMatchers(GET, "/api/leads/*/consent").hasAnyAuthority(Scope.READ.or(Role.MEETING_LEADS))
            .requestMatchers("/api/leads/*/consent/**").hasAnyAuthority(Scope.CONSENT.or(Role.DATA_PROTECTION))
            .requestMatchers(GET, "/api/leads/**").hasAnyAuthority(Scope.READ.or(Role.MEETING_LEADS))
            .requestMatchers(GET, "/api/offers", "/api/funnel").hasAnyAuthority(Scope.READ.or(Role.STAFF))
            .anyRequest().hasAuthority(Role.ADMIN.authority()))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain sandboxDoor(HttpSecurity http) throws Exception {
    return keysOnly(http, "/sandbox/api/**")
        .authorizeHttpRequests(to -> to.anyRequest().hasAnyAuthority(Scope.SANDBOX.or(Role.STAFF)))
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain operationsDoor(HttpSecurity http) throws Exception {
    return keysOnly(http, "/actuator/**")
        .authorizeHttpRequests(to -> to
            .requestMatchers("/actuator/health/**").permitAll()
            .requestMatchers(GET, "/actuator/prometheus").hasAnyAuthority(Scope.METRICS.or(Role.ADMIN))
            .anyRequest().hasAuthority(Role.ADMIN.authority()))
        .build();
  }

  private HttpSecurity keysOnly(HttpSecurity http, String paths) throws Exception {
    return http.securityMatcher(paths)
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
        .addFilterBefore(new ApiKeyFilter(clients, refusal), BasicAuthenticationFilter.class)
        .exceptionHandling(errors -> errors.authenticationEntryPoint(refusal).accessDeniedHandler(refusal));
  }
}
