package io.leadlifecycle.journey;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Refuses what the engine would answer with 500: serialised objects as variables, and instances that do not start at their beginning.
 * What is no JSON is left to the engine, which answers 400.
 */
class PlainInput implements ContainerRequestFilter {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (request.getMethod().equals("POST") && isTaken(request.getUriInfo().getPath())) {
      byte[] body = request.getEntityStream().readAllBytes();
      request.setEntityStream(new ByteArrayInputStream(body));
      check(body);
    }
  }

  private static boolean isTaken(String path) {
    return Stream.of("/start", "/submit-form", "/complete", "message").anyMatch(path::endsWith);
  }

  private static void check(byte[] body) throws IOException {
    JsonNode input;
    try {
      input = JSON.readTree(body);
    } catch (JacksonException e) {
      return;
    }
    if (input.has("startInstructions")) {
      throw new BadInput("startInstructions: a lead begins at the beginning");
    }
    Stream.of("variables", "processVariables", "processVariablesLocal").map(input::path).forEach(PlainInput::checkTypes);
  }

  private static void checkTypes(JsonNode variables) {
    variables.properties().forEach(variable -> {
      if (variable.getValue().path("type").asText().equalsIgnoreCase("Object")) {
        throw new BadInput(variable.getKey() + ": must be text, a number or a boolean");
      }
    });
  }
}
