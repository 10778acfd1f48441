package io.leadlifecycle.journey;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before both REST interfaces of the engine and refuses what they would answer with 500, or worse, take: bodies and variables of
 * the wrong shape, serialised objects, and instances that do not start at their beginning.
 */
@Component
class PlainInput extends OncePerRequestFilter {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !request.getMethod().equals("POST")
        || Stream.of("/engine-rest/", "/camunda/api/").noneMatch(path::startsWith)
        || Stream.of("/start", "/submit-form", "/complete", "/resolve", "/message").noneMatch(path::endsWith);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ReadBody body = new ReadBody(request);
    try {
      check(JSON.readTree(body.bytes()));
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
    Stream.of("variables", "processVariables", "processVariablesLocal").forEach(part -> checkPart(part, input.path(part)));
  }

  private static void checkPart(String part, JsonNode variables) {
    require(variables.isObject() || variables.isMissingNode() || variables.isNull(), part + ": must be a JSON object");
    variables.properties().forEach(variable -> checkVariable(variable.getKey(), variable.getValue()));
  }

  private static void checkVariable(String name, JsonNode variable) {
    require(variable.isObject(), name + ": must be a JSON object with a value");
    boolean serialised = variable.path("type").asText().equalsIgnoreCase("Object");
    require(!serialised, name + ": must be text, a number or a boolean");
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
