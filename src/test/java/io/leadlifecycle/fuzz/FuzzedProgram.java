package io.leadlifecycle.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.fuzz.RawClient.Answer;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The running program, with a machine and an administrator who get in. */
final class FuzzedProgram {

  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  final RawClient machine;
  final RawClient person;
  final RawClient engine;
  final String csrf;

  FuzzedProgram(int port, String password, String key) {
    machine = new RawClient(port, "Authorization: Bearer " + key);
    engine = new RawClient(port, "Authorization: Basic "
        + Base64.getEncoder().encodeToString(("admin:" + password).getBytes(UTF_8)));
    Answer page = new RawClient(port, "Accept: text/html").get("/login");
    Answer in = new RawClient(port, "Cookie: " + session(page)).post("/login", FORM,
        "username=admin&password=" + password + "&_csrf=" + encoded(csrfIn(page)));
    assertThat(in.status()).isEqualTo(302);
    person = new RawClient(port, "Accept: text/html\r\nCookie: " + session(in));
    csrf = csrfIn(person.get("/sandbox"));
  }

  private static String session(Answer answer) {
    return answer.lines().stream()
        .filter(line -> line.startsWith("Set-Cookie: JSESSIONID"))
        .map(line -> line.substring("Set-Cookie: ".length()).split(";")[0])
        .findFirst().orElseThrow();
  }

  private static String csrfIn(Answer page) {
    Matcher found = CSRF.matcher(page.text());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static JsonNode read(Answer answer) {
    try {
      return MAPPER.readTree(answer.text());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.text(), e);
    }
  }

  static String someAddress() {
    return UUID.randomUUID() + "@bau.example";
  }

  /** @return the lead's id */
  String capture(Map<String, ?> fields) {
    Answer answer = machine.post("/api/leads", JSON, json(fields));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return read(answer).get("id").asText();
  }

  void doWhatIsDue() {
    assertThat(machine.post("/sandbox/api/clock", JSON, "{\"advance\":\"PT1S\"}").status()).isEqualTo(200);
  }

  JsonNode tasksOf(String lead) {
    return read(engine.get("/engine-rest/task?processInstanceBusinessKey=" + lead));
  }
}
