package io.leadlifecycle.journey.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses paths that two readers may read differently ({@code //}, {@code ;}, encoded slashes). Spring
 * Security does so too, but on the engine's servlet only after Spring has stumbled over them and answered
 * with 500.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StrangePathFilter extends OncePerRequestFilter {

  private final StrictHttpFirewall rules = new StrictHttpFirewall();

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isStrange(request)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isStrange(HttpServletRequest request) {
    try {
      rules.getFirewalledRequest(request);
      return false;
    } catch (RequestRejectedException strange) {
      return true;
    }
  }
}
