package io.leadlifecycle.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.catalina.Globals;
import org.apache.tomcat.util.http.Parameters.FailReason;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are larger than anything sensible, before anything is done. A length that was announced
 * is kept to by the server; a body without one is read here, no further than the limit.
 */
class BodyLimit extends OncePerRequestFilter {

  private final DataSize limit;
  private final Predicate<HttpServletRequest> bounded;
  private final ObjectMapper json;

  /** @param bounded the requests to which this limit applies */
  BodyLimit(DataSize limit, Predicate<HttpServletRequest> bounded, ObjectMapper json) {
    this.limit = limit;
    this.bounded = bounded;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !bounded.test(request);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<HttpServletRequest> small = request.getContentLengthLong() < 0 ? read(request) : announced(request);
    if (small.isPresent()) {
      chain.doFilter(small.get(), response);
    } else {
      refuse(response);
    }
  }

  private Optional<HttpServletRequest> announced(HttpServletRequest request) {
    return Optional.of(request).filter(it -> it.getContentLengthLong() <= limit.toBytes());
  }

  private Optional<HttpServletRequest> read(HttpServletRequest request) throws IOException {
    return isParsedByServer(request) ? parsed(request) : ReadBody.within(limit, request).map(body -> body);
  }

  /** Tomcat reads forms from a stream that nobody can hand back to it, but not the engine's uploads. */
  private static boolean isParsedByServer(HttpServletRequest request) {
    boolean upload = Sent.is(MediaType.MULTIPART_FORM_DATA, request) && !isForEngine(request);
    boolean form = Sent.is(MediaType.APPLICATION_FORM_URLENCODED, request);
    return request.getMethod().equals("POST") && (form || upload);
  }

  private static boolean isForEngine(HttpServletRequest request) {
    return Stream.of("/engine-rest/", "/camunda/").anyMatch(Sent.to(request)::startsWith);
  }

  /** The server's own limits are the same: see application.yaml. */
  private static Optional<HttpServletRequest> parsed(HttpServletRequest request) {
    request.getParameterMap();
    Object failure = request.getAttribute(Globals.PARAMETER_PARSE_FAILED_REASON_ATTR);
    return Optional.of(request).filter(it -> failure != FailReason.POST_TOO_LARGE);
  }

  private void refuse(HttpServletResponse response) throws IOException {
    HttpStatus status = HttpStatus.PAYLOAD_TOO_LARGE;
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(
        status, "The body is larger than %d bytes, which is the most that is read here.".formatted(limit.toBytes())));
  }
}
