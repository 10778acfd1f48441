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
 * with 500. Who wants to unsubscribe is not refused, however mangled the link: it counts as one that we did
 * not make.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StrangePathFilter extends OncePerRequestFilter {

  private static final String UNSUBSCRIBE = "/unsubscribe/";

  private final StrictHttpFirewall rules = new StrictHttpFirewall();

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isStrange(request)) {
      chain.doFilter(request, response);
    } else if (request.getRequestURI().startsWith(UNSUBSCRIBE)) {
      request.getRequestDispatcher(UNSUBSCRIBE).forward(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
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
