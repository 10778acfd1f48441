package io.leadlifecycle.fuzz;

import static io.leadlifecycle.fuzz.FuzzedProgram.JSON;
import static io.leadlifecycle.fuzz.FuzzedProgram.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadlifecycle.fuzz.RawClient.Answer;
import io.leadlifecycle.smtp.SandboxMail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leads with odd names, from the door through the pages and mails to the desk of a rep. */
final class NamesOnTheirWay {

  /** Texts of a lead that pages, mails or tasks show. */
  private static final List<String> FIELDS = List.of("firstName", "lastName", "company", "role");

  private final FuzzedProgram program;
  private final Faults faults;
  /** By the address of their lead, as far as they were taken. */
  private final Map<String, Captured> captured = new LinkedHashMap<>();
  private int tasks;

  private record Captured(String lead, List<String> strings) {}

  NamesOnTheirWay(FuzzedProgram program, Faults faults) {
    this.program = program;
    this.faults = faults;
  }

  /** Four strings to a lead, so that each is shown in one place; alone, if they are refused together. */
  void capture(List<String> strings) {
    for (int at = 0; at < strings.size(); at += FIELDS.size()) {
      List<String> four = strings.subList(at, Math.min(at + FIELDS.size(), strings.size()));
      if (!isTaken(four)) {
        four.forEach(string -> isTaken(List.of(string)));
      }
    }
    assertThat(captured.values().stream().mapToInt(lead -> lead.strings().size()).sum())
        .as("odd names that a lead may have").isGreaterThan(400);
    program.doWhatIsDue();
  }

  private boolean isTaken(List<String> strings) {
    String address = FuzzedProgram.someAddress();
    Map<String, Object> fields = new LinkedHashMap<>(
        Map.of("email", address, "locale", "en", "offer", "ebook-process-automation"));
    fields.put("consent", captured.size() % 2 == 0);
    for (int i = 0; i < strings.size(); i++) {
      fields.put(FIELDS.get(i), strings.get(i));
    }
    Answer answer = program.machine.post("/api/leads", JSON, FuzzedProgram.json(fields));
    faults.check("capture", String.join("", strings), answer);
    if (answer.status() == 201) {
      captured.put(address, new Captured(FuzzedProgram.read(answer).get("id").asText(), strings));
    }
    return answer.status() == 201;
  }

  /** The page of each lead, what is known of it, its tasks, and the lists. */
  void lookAtPages() {
    for (Captured each : captured.values()) {
      for (String path : List.of("/leads/%s", "/privacy/leads/%s")) {
        check(path, each.strings(), program.person.get(path.formatted(each.lead())));
      }
      lookAtDesk(each.lead());
    }
    List<String> all = captured.values().stream().flatMap(each -> each.strings().stream()).toList();
    for (int page = 0; page * 50 < captured.size(); page++) {
      check("list", all, program.person.get("/leads?page=" + page));
    }
    assertThat(tasks).as("tasks about them").isGreaterThan(20);
  }

  /** The engine gives the form's values as what they are: texts. */
  private void lookAtDesk(String lead) {
    for (JsonNode task : program.tasksOf(lead)) {
      Answer answer = program.engine.get("/engine-rest/task/" + task.get("id").asText() + "/form-variables");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).startsWith(JSON);
      assertThat(FuzzedProgram.read(answer).properties()).allSatisfy(fact ->
          assertThat(fact.getValue().get("type").asText()).isNotIn("Object", "File"));
      tasks++;
    }
  }

  void lookAtMails(List<SandboxMail> mails) {
    List<SandboxMail> theirs = new ArrayList<>(mails);
    theirs.removeIf(mail -> !captured.containsKey(mail.to()));
    assertThat(theirs).as("mails to them").hasSizeGreaterThan(50);
    for (SandboxMail mail : theirs) {
      List<String> strings = captured.get(mail.to()).strings();
      String page = "/sandbox/mails/" + encoded(mail.messageId());
      check("mail page", strings, program.person.get(page));
      check("mail", strings, program.person.get(page + "/html"));
      strings.forEach(string -> check(string, mail));
    }
  }

  private void check(String string, SandboxMail mail) {
    if (Faults.isMarkup(string) && mail.html().contains(string)) {
      faults.add("mail <" + string + "> has it as markup");
    }
    if ((mail.subject() + mail.html() + mail.text()).contains(NaughtyStrings.PRODUCT)) {
      faults.add("mail <" + string + "> evaluates it");
    }
    if (mail.headers().containsKey("X-Injected")
        || mail.headers().values().stream().anyMatch(value -> value.matches("(?s).*[\r\n].*"))) {
      faults.add("mail <" + string + "> writes a header");
    }
  }

  /** People strip what they type, and so does the program. */
  private void check(String what, List<String> strings, Answer answer) {
    strings.forEach(string -> faults.check(what, string.strip(), answer));
  }
}
