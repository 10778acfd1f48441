package io.leadlifecycle.journey.people;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Headers of our own pages, which load nothing from elsewhere and are framed by none but ourselves. A
 * controller that needs another Content-Security-Policy sets its own; it is left as it is.
 */
final class PageHeaders {

  private static final String CONTENT =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'self'";

  private PageHeaders() {}

  static Customizer<HeadersConfigurer<HttpSecurity>> telling(ReferrerPolicy referrer) {
    return headers -> headers
        .contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
        .referrerPolicy(policy -> policy.policy(referrer))
        .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
        .frameOptions(FrameOptionsConfig::sameOrigin);
  }
}
