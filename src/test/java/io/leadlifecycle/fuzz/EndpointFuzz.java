package io.leadlifecycle.fuzz;

import static io.leadlifecycle.fuzz.FuzzedProgram.FORM;
import static io.leadlifecycle.fuzz.FuzzedProgram.JSON;
import static io.leadlifecycle.fuzz.FuzzedProgram.encoded;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadlifecycle.fuzz.RawClient.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knocks at one endpoint after the other. */
final class EndpointFuzz {

  private static final Pattern STAMP = Pattern.compile("name=\"opened\" value=\"([^\"]+)\"");
  private static final String OFFER = "ebook-process-automation";
  private static final List<String> BROKEN = List.of(
      "%", "%zz", "%c3%28", "%ff%fe", "%00", "%0d%0aX-Injected:%201", "%2e%2e%2f", "%252e", "\\", "|", "{}", "a;b=c",
      "[", "x".repeat(7_000));
  private static final List<String> TYPES =
      List.of(JSON, "text/plain", "application/xml", "nonsense", "application/json; charset=x");

  private final FuzzedProgram program;
  private final Faults faults;
  private final String lead;
  private final String token;

  /** @param lead to put into paths that want one; @param token of its links */
  EndpointFuzz(FuzzedProgram program, Faults faults, String lead, String token) {
    this.program = program;
    this.faults = faults;
    this.lead = lead;
    this.token = token;
  }

  /** In the path if it takes anything there, and with a path that is right in all that comes behind. */
  void sendNaughtyStrings(Endpoint endpoint, List<String> strings) {
    for (String naughty : strings) {
      if (endpoint.hasPlaceholder()) {
        send(endpoint, filled(endpoint, encoded(naughty)), naughty);
      }
      if (!endpoint.names().isEmpty() || !endpoint.hasPlaceholder()) {
        send(endpoint, right(endpoint), naughty);
      }
    }
  }

  void sendBrokenPathsAndQueries(Endpoint endpoint) {
    RawClient client = client(endpoint);
    for (String broken : BROKEN) {
      String query = endpoint.firstName() + "=" + broken;
      check(endpoint, broken, client.ask(endpoint.method(), filled(endpoint, broken), "", new byte[0]));
      check(endpoint, broken, client.ask(endpoint.method(), right(endpoint) + "?" + query, "", new byte[0]));
      byte[] form = (query + "&=&&%=%&" + endpoint.firstName()).getBytes(UTF_8);
      check(endpoint, broken, client.ask("POST", right(endpoint), FORM, form));
    }
  }

  void sendOddBodies(Endpoint endpoint) {
    List<String> names = endpoint.names().isEmpty() ? List.of("x") : endpoint.names();
    for (byte[] body : OddBodies.of(names)) {
      List<String> types = body.length > 100_000 ? List.of(JSON) : TYPES;
      for (String type : types) {
        Answer answer = client(endpoint).ask(endpoint.method(), right(endpoint), type, body);
        check(endpoint, new String(body, ISO_8859_1), answer);
      }
    }
  }

  /** As somebody would who fills in one field of a public form in an odd way, and waits long enough. */
  void sendForms(Endpoint form, List<String> strings) {
    Matcher stamp = STAMP.matcher(program.person.get("/forms/" + OFFER).text());
    stamp.find();
    Map<String, String> right = Map.of(
        "opened", stamp.group(1), "nickname", "", "email", FuzzedProgram.someAddress());
    for (String naughty : strings) {
      String body = parameters(form.names(), name -> right.getOrDefault(name, naughty));
      check(form, naughty, program.person.post("/forms/" + OFFER, FORM, body));
    }
  }

  private void send(Endpoint endpoint, String path, String naughty) {
    check(endpoint, naughty, answer(endpoint, path, naughty));
  }

  private Answer answer(Endpoint endpoint, String path, String naughty) {
    RawClient client = client(endpoint);
    if (endpoint.json()) {
      Map<String, Object> body = endpoint.names().stream().collect(Collectors.toMap(name -> name, name -> naughty));
      return client.ask(endpoint.method(), path, JSON, FuzzedProgram.json(body).getBytes(UTF_8));
    }
    String parameters = parameters(endpoint.names(), name -> naughty);
    return endpoint.method().equals("POST")
        ? client.post(path, FORM, parameters + "&_csrf=" + encoded(program.csrf))
        : client.ask(endpoint.method(), path + "?_=" + encoded(naughty) + "&" + parameters, "", new byte[0]);
  }

  private static String parameters(List<String> names, Function<String, String> value) {
    return names.stream().map(name -> name + "=" + encoded(value.apply(name))).collect(Collectors.joining("&"));
  }

  private void check(Endpoint endpoint, String input, Answer answer) {
    faults.check(endpoint.name(), input, answer);
  }

  private RawClient client(Endpoint endpoint) {
    return endpoint.isForMachines() ? program.machine : program.person;
  }

  private static String filled(Endpoint endpoint, String with) {
    return endpoint.path().replaceAll("\\{.*?}", Matcher.quoteReplacement(with));
  }

  private String right(Endpoint endpoint) {
    return endpoint.path()
        .replaceAll("\\{\\*?token}", token).replace("{offer}", OFFER).replaceAll("\\{.*?}", lead);
  }
}
