package io.leadlifecycle.journey.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells machines why they may not come in, as a problem and never as a page to log in. */
@Component
class Refusal implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ObjectMapper json;

  Refusal(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Lead Lifecycle\", charset=\"UTF-8\"");
    answer(response, HttpStatus.UNAUTHORIZED,
        "Send an API key as 'Authorization: Bearer <key>', or a user and password by HTTP Basic.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException {
    answer(response, HttpStatus.FORBIDDEN, "Neither your role nor the scopes of your key allow this.");
  }

  private void answer(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
  }
}
