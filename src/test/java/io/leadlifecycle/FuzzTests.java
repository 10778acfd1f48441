package io.leadlifecycle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.RawClient.Answer;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.smtp.SandboxInbox;
import io.leadlifecycle.smtp.SandboxMail;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever anybody sends to whatever door, the program says what is wrong, and neither breaks nor tells of itself. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:fuzz;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
      "leads.admin-password=" + FuzzTests.PASSWORD,
      "leads.sample-password=" + FuzzTests.PASSWORD,
      "leads.api-key=" + FuzzTests.KEY,
      "leads.mail.dispatch-automatically=false",
      "camunda.bpm.job-execution.enabled=false"
    })
@DirtiesContext
class FuzzTests {

  static final String PASSWORD = "Open-7-sesame";
  static final String KEY = "leads_a-key-for-fuzzing";

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern TELLS_OF_ITSELF = Pattern.compile(
      "\\b(io\\.leadlifecycle|org\\.(springframework|camunda|apache|h2|thymeleaf|hibernate)|java\\.(lang|util|io|time)"
          + "|jakarta|com\\.fasterxml)\\.[\\w.]+|\\bat [\\w.$]+\\([\\w]+\\.java:\\d+\\)");

  /**
   * What each of our endpoints takes, apart from its path: {@code q} names parameters, {@code j} fields of JSON. The
   * lead form has tests of its own; who adds an endpoint adds it here.
   */
  private static final Map<String, String> INPUTS = inputs("""
      GET / |
      GET /login | q error logout
      GET /leads | q stage q page
      GET /leads/{id} |
      POST /leads/{id}/withdraw |
      GET /mails |
      POST /mails/{key}/resend |
      GET /api/leads | q stage q page size
      GET /api/funnel |
      GET /api/offers |
      POST /api/leads | j email firstName lastName company website phone role country industry employees budget customerType locale timeZone offer source consent
      GET /api/leads/{id} |
      GET /api/leads/{id}/timeline |
      GET /api/leads/{id}/mails |
      POST /api/leads/{id}/activities | j key kind offer at
      GET /api/mails | q state size
      POST /api/mails/{key}/resend |
      GET /forms/{offer} | form
      POST /forms/{offer} | form
      GET /confirm/{token} |
      POST /confirm/{token} | q not-me
      GET /unsubscribe/{*token} |
      POST /unsubscribe/{*token} | q List-Unsubscribe
      GET /preferences/{token} |
      POST /preferences/{token} | q frequency topic pause
      GET /sandbox |
      POST /sandbox/clock | q advance
      GET /sandbox/mails/{id} |
      GET /sandbox/mails/{id}/html |
      GET /sandbox/letters | q template language reader
      GET /sandbox/letters/html | q template language reader
      GET /sandbox/api/mails |
      GET /sandbox/api/clock |
      POST /sandbox/api/clock | j advance
      """);

  @LocalServerPort private int port;
  @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;
  @Autowired private Leads leads;
  @Autowired private Consent consent;
  @Autowired private Mails mails;
  @Autowired private SandboxInbox inbox;

  private RawClient machine;
  private RawClient person;
  private RawClient engine;
  private String csrf;
  private String lead;
  private String token;
  private int shownOnTheDesk;
  private final List<String> faults = new ArrayList<>();

  private static Map<String, String> inputs(String table) {
    Map<String, String> inputs = new LinkedHashMap<>();
    table.lines().map(line -> line.split("\\|", 2)).forEach(row -> inputs.put(row[0].strip(), row[1].strip()));
    return inputs;
  }

  @BeforeEach
  void knockAtTheDoors() throws Exception {
    machine = new RawClient(port, "Authorization: Bearer " + KEY);
    engine = new RawClient(port, "Authorization: Basic "
        + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(UTF_8)));
    logIn();
    lead = capture(Map.of("email", UUID.randomUUID() + "@bau.example", "company", "Bau AG", "consent", "true"));
    String link = consent.unsubscribeLink(LeadId.of(lead));
    token = link.substring(link.lastIndexOf('/') + 1);
  }

  @AfterAll
  static void letTheClockRun() {
    ClockUtil.reset();
  }

  private void logIn() {
    Answer page = new RawClient(port, "Accept: text/html").get("/login");
    RawClient entering = new RawClient(port, "Cookie: " + session(page));
    Answer in = entering.post("/login", FORM, "username=admin&password=" + PASSWORD + "&_csrf=" + encoded(csrfIn(page)));
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

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private String capture(Map<String, ?> fields) throws Exception {
    Answer answer = machine.post("/api/leads", JSON, json(fields));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return MAPPER.readTree(answer.text()).get("id").asText();
  }

  /** One line per fault, so that one run shows all of them. */
  private void check(String what, String input, Answer answer) {
    String about = what + " <" + input.substring(0, Math.min(60, input.length())).replaceAll("\\p{Cntrl}", "?") + "> ";
    if (answer.status() >= 500 || answer.status() < 200) {
      faults.add(about + "is answered with " + answer.status());
    }
    Matcher telling = TELLS_OF_ITSELF.matcher(answer.text());
    if (telling.find() && !input.contains(telling.group())) {
      faults.add(about + "makes it tell of " + telling.group());
    }
    if (answer.text().contains(NaughtyStrings.PRODUCT)) {
      faults.add(about + "is evaluated");
    }
    if (answer.lines().stream().anyMatch(line -> line.regionMatches(true, 0, "X-Injected", 0, 10))) {
      faults.add(about + "writes a header");
    }
    if (answer.header("Content-Type").startsWith("text/html") && isMarkup(input) && answer.text().contains(input)) {
      faults.add(about + "stands in a page as it is");
    }
  }

  private static boolean isMarkup(String input) {
    return input.length() >= 8 && input.matches("(?s).*(<[a-zA-Z/!]|[\"'][^\\w]*(on|style|>)).*");
  }

  private void assertNoFaults() {
    Map<String, Long> counted = faults.stream()
        .collect(Collectors.groupingBy(fault -> fault.replaceAll("<.*> ", "… "), Collectors.counting()));
    assertThat(faults).as("%s", counted).isEmpty();
  }

  @Test
  void knowsWhatEveryEndpointTakes() {
    Set<String> there = new TreeSet<>();
    mappings.getHandlerMethods().forEach((mapping, handler) -> {
      if (handler.getBeanType().getName().startsWith("io.leadlifecycle")) {
        for (String path : mapping.getPatternValues()) {
          for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
            there.add(method + " " + path);
          }
        }
      }
    });
    assertThat(there).isEqualTo(new TreeSet<>(INPUTS.keySet()));
  }

  @Test
  void answersWhateverIsSentToAnyEndpoint() {
    int door = 0;
    for (Map.Entry<String, String> each : INPUTS.entrySet()) {
      if (!each.getValue().equals("form")) {
        share(door++).forEach(naughty -> knock(each.getKey(), each.getValue(), naughty));
      }
    }
    assertNoFaults();
  }

  /** Ours, and every sixth of the others: another one at each door, so that each string meets several doors. */
  private static List<String> share(int door) {
    List<String> all = NaughtyStrings.all();
    int ours = NaughtyStrings.OURS.size();
    return IntStream.range(0, all.size())
        .filter(number -> number < ours || number % 6 == door % 6)
        .mapToObj(all::get)
        .toList();
  }

  private RawClient client(String path) {
    return path.startsWith("/api") || path.startsWith("/sandbox/api") ? machine : person;
  }

  /** In the path if it takes anything there, and with a path that is right in all that comes behind. */
  private void knock(String request, String input, String naughty) {
    String method = request.split(" ")[0];
    String pattern = request.split(" ")[1];
    if (pattern.contains("{")) {
      send(request, method, pattern.replaceAll("\\{.*?}", Matcher.quoteReplacement(encoded(naughty))), input, naughty);
    }
    if (!input.isEmpty() || !pattern.contains("{")) {
      send(request, method, pattern.replaceAll("\\{\\*?token}", token).replaceAll("\\{.*?}", lead), input, naughty);
    }
  }

  private void send(String request, String method, String path, String input, String naughty) {
    List<String> names = input.isEmpty() ? List.of("_") : Arrays.asList(input.substring(2).split(" "));
    String query = names.stream().map(name -> name + "=" + encoded(naughty)).collect(Collectors.joining("&"));
    RawClient client = client(path);
    Answer answer;
    if (input.startsWith("j")) {
      Map<String, Object> body = new LinkedHashMap<>();
      names.forEach(name -> body.put(name, naughty));
      answer = client.post(path, JSON, json(body));
    } else if (method.equals("POST")) {
      answer = client.post(path, FORM, query + "&_csrf=" + encoded(csrf));
    } else {
      answer = client.get(path + "?" + query);
    }
    check(request, naughty, answer);
  }

  @Test
  void answersPathsAndQueriesThatAreNone() {
    List<String> broken = List.of(
        "%", "%zz", "%c3%28", "%ff%fe", "%00", "%0d%0aX-Injected:%201", "%2e%2e%2f", "%252e", "\\", "|", "{}", "a;b=c",
        "[", "x".repeat(7_000));
    INPUTS.forEach((request, input) -> broken.forEach(text -> {
      String method = request.split(" ")[0];
      String path = request.split(" ")[1];
      RawClient client = client(path);
      check(request, text, client.ask(method, path.replaceAll("\\{.*?}", Matcher.quoteReplacement(text)), "", new byte[0]));
      String name = input.isEmpty() || input.equals("form") ? "q" : input.split(" ")[1];
      String right = path.replaceAll("\\{\\*?token}", token).replaceAll("\\{.*?}", lead);
      check(request, text, client.ask(method, right + "?" + name + "=" + text, "", new byte[0]));
      check(request, text, client.ask("POST", right, FORM, (name + "=" + text + "&=&&%=%&" + name).getBytes(UTF_8)));
    }));
    assertNoFaults();
  }

  static List<byte[]> oddBodies(List<String> names) {
    String name = names.get(0);
    Stream<String> texts = Stream.of(
        "", "null", "[]", "42", "\"x\"", "{", "{\"" + name + "\":", "{\"" + name + "\":1,\"" + name + "\":2}",
        "[".repeat(10_000), "[".repeat(10_000) + "]".repeat(10_000),
        "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
        "{\"" + name + "\":" + "[".repeat(900) + "]".repeat(900) + "}",
        "{\"" + name + "\":\"" + "x".repeat(1_000_000) + "\"}", "{\"" + name + "\":" + "9".repeat(5_000) + "}",
        "{\"" + name + "\":1e999999999}", "{\"" + name + "\":\"a\\u0000b\"}", "{\"" + name + "\":\"\\ud800\"}",
        "{\"" + "k".repeat(100_000) + "\":1}", "<x/>", "{} {}", "\ufeff{}");
    Stream<String> types = Stream.of("null", "true", "-1", "1.5", "[]", "{}", "[null]", "{\"@type\":\"x\"}")
        .map(value -> names.stream().map(each -> "\"" + each + "\":" + value).collect(Collectors.joining(",", "{", "}")));
    Stream<byte[]> bytes = Stream.of(
        ("{\"" + name + "\":\"\u00ff\u00fe\u00c3(\"}").getBytes(ISO_8859_1), new byte[] {0, 0, 0}, new byte[] {(byte) 0xc0});
    return Stream.concat(Stream.concat(texts, types).map(text -> text.getBytes(UTF_8)), bytes).toList();
  }

  @Test
  void answersBodiesThatAreNone() {
    INPUTS.forEach((request, input) -> {
      String path = request.split(" ")[1].replaceAll("\\{.*?}", lead);
      if (request.startsWith("POST") && (path.startsWith("/api") || path.startsWith("/sandbox/api"))) {
        List<String> names = input.isEmpty() ? List.of("x") : Arrays.asList(input.substring(2).split(" "));
        for (byte[] body : oddBodies(names)) {
          for (String type : List.of(JSON, "text/plain", "application/xml", "nonsense", "application/json; charset=x")) {
            check(request, new String(body, ISO_8859_1), machine.ask("POST", path, type, body));
          }
        }
      }
    });
    assertNoFaults();
  }

  private static final List<String> VARIABLES = List.of(
      "email", "firstName", "lastName", "company", "employees", "budget", "locale", "timeZone", "offer", "consent",
      "fit", "reason", "outcome", "callAgain", "homepage", "lead", "own", "rep");

  private static String variables(String field, Object value, String type) {
    Map<String, Object> variables = new LinkedHashMap<>();
    VARIABLES.forEach(name -> variables.put(name, type == null ? Map.of("value", value) : Map.of("value", value, "type", type)));
    return json(Map.of(field, variables));
  }

  /** Where the engine's REST interface takes values for our process, with the field that holds them. */
  private Map<String, String> engineDoors() throws Exception {
    Map<String, String> doors = new LinkedHashMap<>();
    doors.put("/engine-rest/process-definition/key/lead-lifecycle/start", "variables");
    doors.put("/engine-rest/process-definition/key/lead-lifecycle/submit-form", "variables");
    doors.put("/engine-rest/task/" + task() + "/complete", "variables");
    doors.put("/engine-rest/task/" + task() + "/submit-form", "variables");
    doors.put("/engine-rest/message", "processVariables");
    return doors;
  }

  private void doWhatIsDue() {
    assertThat(machine.post("/sandbox/api/clock", JSON, "{\"advance\":\"PT1S\"}").status()).isEqualTo(200);
  }

  private String task() throws Exception {
    String known = capture(Map.of("email", UUID.randomUUID() + "@bau.example", "company", "Bau AG"));
    doWhatIsDue();
    JsonNode tasks = MAPPER.readTree(engine.get("/engine-rest/task?processInstanceBusinessKey=" + known).text());
    assertThat(tasks).as("a task of a lead that waits for people").isNotEmpty();
    return tasks.get(0).get("id").asText();
  }

  private static String named(String body, String path) {
    return path.endsWith("/message") ? body.replaceFirst("\\{", "{\"messageName\":\"LeadCaptured\",") : body;
  }

  @Test
  void answersWhateverTheEngineIsTold() throws Exception {
    Map<String, String> doors = engineDoors();
    int number = 0;
    for (Map.Entry<String, String> door : doors.entrySet()) {
      for (String naughty : share(number++)) {
        String body = named(variables(door.getValue(), naughty, null), door.getKey());
        check(door.getKey(), naughty, engine.post(door.getKey(), JSON, body));
      }
      for (String type : List.of("String", "Integer", "Long", "Boolean", "Date", "Object", "Json", "Xml", "File", "Bytes",
          "Null", "Nonsense", "string")) {
        for (Object value : List.of("x", 1, true, List.of(), Map.of("a", 1), "")) {
          String body = named(variables(door.getValue(), value, type), door.getKey());
          check(door.getKey() + " " + type, String.valueOf(value), engine.post(door.getKey(), JSON, body));
        }
      }
      for (byte[] body : oddBodies(List.of(door.getValue()))) {
        check(door.getKey(), new String(body, ISO_8859_1), engine.ask("POST", door.getKey(), JSON, body));
      }
    }
    assertNoFaults();
  }

  @Test
  void answersPathsOfTheEngineThatLeadNowhere() {
    for (String naughty : share(0)) {
      String key = encoded(naughty);
      String body = variables("variables", naughty, null);
      check("start of", naughty, engine.post("/engine-rest/process-definition/key/" + key + "/start", JSON, body));
      check("task", naughty, engine.post("/engine-rest/task/" + key + "/complete", JSON, body));
      check("message", naughty, engine.post("/engine-rest/message", JSON, json(Map.of("messageName", naughty))));
    }
    assertNoFaults();
  }

  /** From the door through the pages and mails to the desk of a rep. */
  @Test
  void carriesAnyNameThroughThePagesAndMailsAsTextOnly() throws Exception {
    Map<String, String> called = new LinkedHashMap<>();
    for (String naughty : NaughtyStrings.all()) {
      Map<String, String> fields = Map.of(
          "email", UUID.randomUUID() + "@bau.example", "company", naughty, "firstName", naughty, "lastName", naughty,
          "role", naughty, "locale", "en", "offer", "ebook-process-automation");
      Map<String, Object> agreed = new LinkedHashMap<>(fields);
      agreed.put("consent", called.size() % 2 == 0);
      Answer answer = machine.post("/api/leads", JSON, json(agreed));
      check("capture", naughty, answer);
      if (answer.status() == 201) {
        called.put(MAPPER.readTree(answer.text()).get("id").asText(), naughty);
      }
    }
    shownOnTheDesk = 0;
    assertThat(called).as("leads with odd names").hasSizeGreaterThan(300);
    doWhatIsDue();
    for (Map.Entry<String, String> each : called.entrySet()) {
      lookAt(each.getKey(), each.getValue());
    }
    for (int page = 0; page < 12; page++) {
      Answer list = person.get("/leads?page=" + page);
      called.values().forEach(naughty -> check("list", naughty, list));
    }
    assertThat(shownOnTheDesk).as("tasks about them").isGreaterThan(100);
    assertNoFaults();
  }

  private void lookAt(String id, String naughty) throws Exception {
    Lead known = leads.get(LeadId.of(id));
    String typed = known.contact().firstName();
    Answer page = person.get("/leads/" + id);
    List<String> names = typed == null ? List.of(naughty) : List.of(naughty, typed);
    names.forEach(name -> check("lead page", name, page));
    for (SandboxMail mail : mailsTo(known)) {
      Answer preview = person.get("/sandbox/mails/" + encoded(mail.messageId()));
      Answer html = person.get("/sandbox/mails/" + encoded(mail.messageId()) + "/html");
      for (String name : names) {
        check("mail page", name, preview);
        check("mail", name, html);
        checkMail(name, mail);
      }
    }
    showsOnTheDesk(id, typed);
  }

  private List<SandboxMail> mailsTo(Lead known) {
    return inbox.mails().stream().filter(mail -> mail.to().equals(known.contact().email().value())).toList();
  }

  private void checkMail(String name, SandboxMail mail) {
    if (isMarkup(name) && mail.html().contains(name)) {
      faults.add("mail <" + name + "> has it as markup");
    }
    if ((mail.subject() + mail.html() + mail.text()).contains(NaughtyStrings.PRODUCT)) {
      faults.add("mail <" + name + "> evaluates it");
    }
    if (mail.headers().containsKey("X-Injected") || mail.headers().values().stream().anyMatch(value -> value.matches("(?s).*[\r\n].*"))) {
      faults.add("mail <" + name + "> writes a header");
    }
  }

  /** The engine gives the form's values as what they are: texts. */
  private void showsOnTheDesk(String id, String typed) throws Exception {
    JsonNode tasks = MAPPER.readTree(engine.get("/engine-rest/task?processInstanceBusinessKey=" + id).text());
    for (JsonNode task : tasks) {
      Answer answer = engine.get("/engine-rest/task/" + task.get("id").asText() + "/form-variables");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).startsWith(JSON);
      JsonNode shown = MAPPER.readTree(answer.text());
      assertThat(shown.properties()).allSatisfy(shownFact ->
          assertThat(shownFact.getValue().get("type").asText()).isNotIn("Object", "File"));
      shownOnTheDesk++;
    }
  }
}
