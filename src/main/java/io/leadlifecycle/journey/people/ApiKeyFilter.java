package io.leadlifecycle.journey.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets machines in by {@code Authorization: Bearer <api key>}; other requests pass as they came. */
class ApiKeyFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final ApiClients clients;
  private final Refusal refusal;

  ApiKeyFilter(ApiClients clients, Refusal refusal) {
    this.clients = clients;
    this.refusal = refusal;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = key(request.getHeader(HttpHeaders.AUTHORIZATION));
    Optional<ApiClient> client = key == null ? Optional.empty() : clients.byKey(key);
    if (key != null && client.isEmpty()) {
      refusal.commence(request, response, new BadCredentialsException("Unknown API key"));
      return;
    }
    client.ifPresent(ApiKeyFilter::enter);
    chain.doFilter(request, response);
  }

  private static @Nullable String key(@Nullable String header) {
    boolean isKey = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return isKey ? header.substring(SCHEME.length()).trim() : null;
  }

  private static void enter(ApiClient client) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(client.authentication());
    SecurityContextHolder.setContext(context);
  }
}
