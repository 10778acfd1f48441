package io.leadlifecycle.fuzz;

import static io.leadlifecycle.fuzz.FuzzedProgram.JSON;
import static io.leadlifecycle.fuzz.FuzzedProgram.encoded;
import static io.leadlifecycle.fuzz.FuzzedProgram.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the engine things that it should not hear, by its own REST interface. */
final class EngineFuzz {

  private static final String START = "/engine-rest/process-definition/key/lead-lifecycle/";
  private static final List<String> VARIABLES = List.of(
      "email", "firstName", "lastName", "company", "employees", "budget", "locale", "timeZone", "offer", "consent",
      "fit", "reason", "outcome", "callAgain", "homepage", "lead", "own", "rep");
  private static final List<String> TYPES = List.of("String", "Integer", "Long", "Boolean", "Date", "Object", "Json",
      "Xml", "File", "Bytes", "Null", "Nonsense", "string");
  private static final List<Object> VALUES = List.of("x", 1, true, List.of(), Map.of("a", 1), "");

  private final FuzzedProgram program;
  private final Faults faults;

  EngineFuzz(FuzzedProgram program, Faults faults) {
    this.program = program;
    this.faults = faults;
  }

  /** Where it takes values for our process, with the field that holds them. */
  Map<String, String> doors() {
    Map<String, String> doors = new LinkedHashMap<>();
    doors.put(START + "start", "variables");
    doors.put(START + "submit-form", "variables");
    doors.put("/engine-rest/task/" + task() + "/complete", "variables");
    doors.put("/engine-rest/task/" + task() + "/submit-form", "variables");
    doors.put("/engine-rest/message", "processVariables");
    return doors;
  }

  private String task() {
    String known = program.capture(Map.of("email", FuzzedProgram.someAddress(), "company", "Bau AG"));
    program.doWhatIsDue();
    JsonNode tasks = program.tasksOf(known);
    assertThat(tasks).as("a task of a lead that waits for people").isNotEmpty();
    return tasks.get(0).get("id").asText();
  }

  void sendNaughtyStrings(String door, String field, List<String> strings) {
    strings.forEach(naughty -> tell(door, door, naughty, variables(door, field, naughty, null)));
  }

  void sendOddTypes(String door, String field) {
    for (String type : TYPES) {
      VALUES.forEach(value ->
          tell(door + " " + type, door, String.valueOf(value), variables(door, field, value, type)));
    }
  }

  void sendOddBodies(String door, String field) {
    for (byte[] body : OddBodies.of(List.of(field))) {
      faults.check(door, new String(body, ISO_8859_1), program.engine.ask("POST", door, JSON, body));
    }
  }

  void sendPathsThatLeadNowhere(String naughty) {
    String key = encoded(naughty);
    String body = variables("", "variables", naughty, null);
    tell("start of", "/engine-rest/process-definition/key/" + key + "/start", naughty, body);
    tell("task", "/engine-rest/task/" + key + "/complete", naughty, body);
    tell("message", "/engine-rest/message", naughty, json(Map.of("messageName", naughty)));
  }

  private void tell(String what, String path, String input, String body) {
    faults.check(what, input, program.engine.post(path, JSON, body));
  }

  private static String variables(String door, String field, Object value, @Nullable String type) {
    Map<String, Object> variable = type == null ? Map.of("value", value) : Map.of("value", value, "type", type);
    Map<String, Object> variables = new LinkedHashMap<>();
    VARIABLES.forEach(name -> variables.put(name, variable));
    Map<String, Object> body = new LinkedHashMap<>(Map.of(field, variables));
    if (door.endsWith("/message")) {
      body.put("messageName", "LeadCaptured");
    }
    return json(body);
  }
}
