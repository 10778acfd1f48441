package io.leadlifecycle.journey;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before both REST interfaces of the engine and refuses what they would answer with 500, or worse, take:
 * bodies and variables of the wrong shape, serialised objects, instances that do not start at their beginning, and
 * answers that go around the form of a task.
 */
@Component
class PlainInput extends OncePerRequestFilter {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What else may be done with a task. The engine lets whoever works on it set variables by the way. */
  private static final Set<String> BESIDE_THE_FORM = Set.of("/resolve", "/bpmnError", "/bpmnEscalation");

  private static final Set<String> BY_THE_FORM = Set.of("/start", "/submit-form", "/complete", "/message");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = Sent.to(request);
    return !request.getMethod().equals("POST")
        || Stream.of("/engine-rest/", "/camunda/api/").noneMatch(path::startsWith)
        || Stream.of(BY_THE_FORM, BESIDE_THE_FORM).flatMap(Set::stream).noneMatch(path::endsWith);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ReadBody body = new ReadBody(request);
    try {
      JsonNode input = JSON.readTree(body.bytes());
      check(input);
      if (BESIDE_THE_FORM.stream().anyMatch(Sent.to(request)::endsWith)) {
        require(input.path("variables").isEmpty(), "variables: are set by the form of the task");
      }
    } catch (JacksonException e) {
      refuse(response, "The body is no JSON");
      return;
    } catch (BadInput e) {
      refuse(response, e.getMessage());
      return;
    }
    chain.doFilter(body, response);
  }

  private static void check(JsonNode input) {
    require(input.isObject(), "The body must be a JSON object");
    require(!input.has("startInstructions"), "startInstructions: a lead begins at the beginning");
    Stream.of("variables", "processVariables", "processVariablesLocal")
        .forEach(part -> checkPart(part, input.path(part)));
  }

  private static void checkPart(String part, JsonNode variables) {
    boolean isOne = variables.isObject() || variables.isMissingNode() || variables.isNull();
    require(isOne, part + ": must be a JSON object");
    variables.properties().forEach(variable -> new PlainVariable(variable.getKey(), variable.getValue()).check());
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new BadInput(fault);
    }
  }

  /** In the words and the shape of the engine's own refusals. */
  private static void refuse(HttpServletResponse response, String fault) throws IOException {
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    JSON.writeValue(response.getOutputStream(), Map.of("type", "InvalidRequestException", "message", fault));
  }
}
