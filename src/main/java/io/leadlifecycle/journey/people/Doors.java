package io.leadlifecycle.journey.people;

import jakarta.servlet.DispatcherType;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.web.embedded.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What holds for all doors, those that stand open, and the wall: a path that no door names is shut. */
@Configuration(proxyBeanMethods = false)
class Doors {

  /**
   * Paths given as texts are patterns of the whole path. Otherwise Spring Security asks Spring MVC, which
   * knows nothing of the engine's servlets and would leave them open.
   */
  @Bean
  PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
    return new PathPatternRequestMatcherBuilderFactoryBean();
  }

  /** How long a request took is measured anyway; what each filter took of that, nobody reads, and each request pays for it. */
  @Bean
  SecurityObservationSettings noSecurityTimes() {
    return SecurityObservationSettings.noObservations();
  }

  /** Tomcat would refuse encoded slashes by itself, even in links to unsubscribe. We have our own check. */
  @Bean
  TomcatConnectorCustomizer encodedSlashes() {
    return connector -> {
      connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
      connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
    };
  }

  /**
   * For leads and their mail programs. No session, so no token against forgery; what they link to is
   * secret.
   */
  @Bean
  @Order(5)
  SecurityFilterChain publicDoor(HttpSecurity http) throws Exception {
    return http
        .securityMatcher(
            "/forms/**", "/confirm/**", "/unsubscribe/**", "/preferences/**", "/track",
            "/css/**", "/favicon.ico")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(PageHeaders.telling(ReferrerPolicy.NO_REFERRER))
        .authorizeHttpRequests(to -> to.anyRequest().permitAll())
        .build();
  }

  /** Only error pages come through: the servlet container sends a refused or failed request to them. */
  @Bean
  @Order(100)
  SecurityFilterChain wall(HttpSecurity http) throws Exception {
    return http
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(PageHeaders.telling(ReferrerPolicy.SAME_ORIGIN))
        .authorizeHttpRequests(to -> to
            .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
            .anyRequest().denyAll())
        .build();
  }
}
