package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.journey.people.House;
import io.leadlifecycle.journey.people.Visitor;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.Leads;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's own doors take good leads and answers in, and tell what is wrong with others. */
class EngineStartTests extends House {

  private static final String TASKLIST = "/camunda/api/engine/engine/default";

  @Autowired private Leads leads;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private ManagementService management;
  @Autowired private TaskService tasks;
  @Autowired private ObjectMapper json;

  private Map<Door, Visitor> visitors;

  /** The ways into a process. */
  private enum Door {
    KEY("/engine-rest/process-definition/key/lead-lifecycle/start", "{\"variables\": %s}"),
    MESSAGE("/engine-rest/message", "{\"messageName\": \"LeadCaptured\", \"resultEnabled\": true, \"processVariables\": %s}"),
    TASKLIST_START(TASKLIST + "/process-definition/key/lead-lifecycle/start", "{\"variables\": %s}"),
    TASKLIST_FORM(TASKLIST + "/process-definition/key/lead-lifecycle/submit-form", "{\"variables\": %s}");

    final String path;
    final String body;

    Door(String path, String body) {
      this.path = path;
      this.body = body;
    }
  }

  /** What there is, to be the same before and after. */
  private record Kept(long leads, long running, long everStarted) {}

  @BeforeEach
  void comeIn() {
    Visitor inTasklist = stranger().logIn("sam", PASSWORD);
    inTasklist.get("/camunda/app/tasklist/default/");
    visitors = Map.of(
        Door.KEY, machine(), Door.MESSAGE, machine(), Door.TASKLIST_START, inTasklist, Door.TASKLIST_FORM, inTasklist);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', maxCharsPerColumn = 1000, textBlock = """
      email        | {}
      email        | {"email": {"value": null}}
      email        | {"email": {"value": " "}}
      email        | {"email": {"value": "nobody"}}
      email        | {"email": {"value": "a\\u0007b@bau.example"}}
      email        | {"email": {"value": "LONG@bau.example"}}
      email        | {"email": {"value": 5}}
      email        | {"email": {"value": 5, "type": "Integer"}}
      email        | {"email": {"value": true}}
      email        | {"email": {"value": {"a": 1}}}
      email        | {"email": {"value": ["a@bau.example"]}}
      email        | {"email": {"value": null, "type": "Null"}}
      email        | {"email": {"value": "YUBiYXUuZXhhbXBsZQ==", "type": "Bytes"}}
      email        | {"email": {"value": "YUBiYXUuZXhhbXBsZQ==", "type": "File", "valueInfo": {"filename": "a.txt"}}}
      email        | {"email": {"value": "rO0ABXQAAWE=", "type": "Object", "valueInfo": {"objectTypeName": "java.lang.String", "serializationDataFormat": "application/x-java-serialized-object"}}}
      Json       | {"email": {"value": "{}", "type": "Json"}}
      Bogus      | {"email": {"value": "a@bau.example", "type": "Bogus"}}
      Integer    | {"email": {"value": "a@bau.example", "type": "Integer"}}
      firstName  | {"firstName": {"value": [1], "type": "File"}, "email": {"value": "a@bau.example"}}
      firstName  | {"firstName": {"value": "", "type": "File"}, "email": {"value": "a@bau.example"}}
      firstName  | {"firstName": {"value": {"a": 1}, "type": "Bytes"}, "email": {"value": "a@bau.example"}}
      firstName  | {"firstName": {"value": 7, "type": "Bytes"}, "email": {"value": "a@bau.example"}}
      employees  | {"employees": {"value": [1], "type": "Integer"}, "email": {"value": "a@bau.example"}}
      employees  | {"employees": {"value": "", "type": "Integer"}, "email": {"value": "a@bau.example"}}
      employees  | {"employees": {"value": 3000000000, "type": "Integer"}, "email": {"value": "a@bau.example"}}
      employees  | {"employees": {"value": {"a": 1}, "type": "Long"}, "email": {"value": "a@bau.example"}}
      employees  | {"employees": {"value": "1.5", "type": "long"}, "email": {"value": "a@bau.example"}}
      employees  | {"employees": {"value": "many", "type": "Double"}, "email": {"value": "a@bau.example"}}
      consent    | {"consent": {"value": [true], "type": "Boolean"}, "email": {"value": "a@bau.example"}}
      consent    | {"consent": {"value": "", "type": "Boolean"}, "email": {"value": "a@bau.example"}}
      budget     | {"budget": {"value": 5, "type": "Date"}, "email": {"value": "a@bau.example"}}
      budget     | {"budget": {"value": "", "type": "Date"}, "email": {"value": "a@bau.example"}}
      budget     | {"budget": {"value": "2026-05-31", "type": "Date"}, "email": {"value": "a@bau.example"}}
      firstName    | {"email": {"value": "a@bau.example"}, "firstName": {"value": "A\\u0000"}}
      firstName    | {"email": {"value": "a@bau.example"}, "firstName": {"value": "LONG"}}
      country      | {"email": {"value": "a@bau.example"}, "country": {"value": "XX"}}
      offer        | {"email": {"value": "a@bau.example"}, "offer": {"value": "no-such-offer"}}
      employees    | {"email": {"value": "a@bau.example"}, "employees": {"value": 1.5}}
      employees    | {"email": {"value": "a@bau.example"}, "employees": {"value": -1}}
      consent      | {"email": {"value": "a@bau.example"}, "consent": {"value": "perhaps"}}
      shoeSize     | {"email": {"value": "a@bau.example"}, "shoeSize": {"value": 43}}
      own          | {"email": {"value": "a@bau.example"}, "own": {"value": true}}
      lead         | {"lead": {"value": "9f1c2e52-4a2b-4c3e-9d43-8d7c5a0f6b11"}}
      lead         | {"lead": {"value": "no-id"}}
      lead         | {"lead": {"value": 5}}
      lead         | {"lead": {"value": null}}
      lead         | {"lead": {"value": "9f1c2e52-4a2b-4c3e-9d43-8d7c5a0f6b11"}, "email": {"value": "a@bau.example"}}
      """)
  void refuseABadLeadByName(String field, String variables) {
    Kept before = kept();
    String sent = variables.replace("LONG", "a".repeat(300));

    assertThat(Door.values())
        .allSatisfy(door -> assertRefused(knock(door, door.body.formatted(sent)), field));
    assertThat(kept()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "",
    "{",
    "[]",
    "null",
    "7",
    "{\"variables\": 7, \"processVariables\": 7, \"messageName\": \"LeadCaptured\"}",
    "{\"variables\": {\"email\": \"a@bau.example\"}, \"processVariables\": {\"email\": \"a@bau.example\"}, \"messageName\": \"LeadCaptured\"}",
    "{\"variables\": {\"email\": null}, \"processVariables\": {\"email\": null}, \"messageName\": \"LeadCaptured\"}"
  })
  void refuseWhatIsNoLeadAtAll(String body) {
    Kept before = kept();

    assertThat(Door.values()).allSatisfy(door -> assertRefused(knock(door, body)));
    assertThat(kept()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void beginAtTheBeginning(Door door) {
    String email = UUID.randomUUID() + "@bau.example";
    bring(Door.KEY, email);
    Kept before = kept();

    HttpResponse<String> answer = knock(door, """
        {"startInstructions": [{"type": "startBeforeActivity", "activityId": "Activity_AssignRep"}],
         "variables": {"lead": {"value": "%s"}}}""".formatted(businessKey(email)));

    assertRefused(answer);
    assertThat(kept()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void beginOneProcessForALead(Door door) {
    String email = UUID.randomUUID() + "@bau.example";

    assertThat(bring(door, email).statusCode()).isEqualTo(200);

    assertThat(running(email)).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void leadAKnownLeadToTheProcessThatItHas(Door door) {
    String email = UUID.randomUUID() + "@bau.example";
    bring(door, email);

    assertThat(bring(door, email).statusCode()).isEqualTo(200);

    assertThat(running(email)).isOne();
    HistoricProcessInstance second = history.createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(businessKey(email)).finished().singleResult();
    bring(door, email);
    assertThat(running(email)).as("after a second one has merged").isOne();
    assertThat(history.createHistoricActivityInstanceQuery()
            .processInstanceId(second.getId()).activityType("noneEndEvent").singleResult().getActivityId())
        .isEqualTo("Event_MergedIntoKnownLead");
  }

  @ParameterizedTest
  @CsvSource({
    "ebook-process-automation, Activity_EnrichLead, homepage, javascript:alert(1)",
    "demo, Activity_ContactLead, outcome, MAYBE"
  })
  void refuseAWrongAnswerByNameAndKeepTheTask(String offer, String step, String field, String wrong) {
    String email = UUID.randomUUID() + "@bau.example";
    bring(Door.KEY, email, offer);
    doWhatIsDue();
    Task task = tasks.createTaskQuery()
        .processInstanceBusinessKey(businessKey(email)).taskDefinitionKey(step).singleResult();
    String answers = """
        {"variables": {"%s": {"value": "%s"}}}""".formatted(field, wrong);

    assertThat(List.of(
            person("sam").postJson("/engine-rest/task/" + task.getId() + "/complete", answers),
            person("sam").postJson("/engine-rest/task/" + task.getId() + "/submit-form", answers),
            visitors.get(Door.TASKLIST_FORM).postJson(TASKLIST + "/task/" + task.getId() + "/submit-form", answers)))
        .allSatisfy(refusal -> assertRefused(refusal, field));
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{\"value\": [1], \"type\": \"File\"}", "{\"value\": 5, \"type\": \"Bytes\"}",
    "{\"value\": {\"a\": 1}, \"type\": \"Integer\"}", "{\"value\": \"\", \"type\": \"Long\"}",
    "{\"value\": [], \"type\": \"Boolean\"}", "{\"value\": 5, \"type\": \"Date\"}"
  })
  void refuseAnAnswerThatDoesNotFitItsTypeByName(String variable) {
    String email = UUID.randomUUID() + "@bau.example";
    bring(Door.KEY, email, "ebook-process-automation");
    doWhatIsDue();
    String task = tasks.createTaskQuery().processInstanceBusinessKey(businessKey(email)).singleResult().getId();
    String answers = "{\"variables\": {\"homepage\": " + variable + "}}";

    assertThat(List.of(
            person("sam").postJson("/engine-rest/task/" + task + "/complete", answers),
            person("sam").postJson("/engine-rest/task/" + task + "/submit-form", answers),
            visitors.get(Door.TASKLIST_FORM).postJson(TASKLIST + "/task/" + task + "/submit-form", answers)))
        .allSatisfy(refusal -> assertRefused(refusal, "homepage"));
    assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
  }

  /** Here, over a name that its column does not hold. */
  @Test
  void tellNothingOfTheDatabaseWhenItFails() throws IOException {
    HttpResponse<String> answer = person("admin").postJson(
        "/engine-rest/task/create", "{\"name\": \"%s\"}".formatted("n".repeat(300)));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(json.readTree(answer.body()).path("message").asText())
        .isEqualTo("This could not be done, and is not your fault: the log of the program says why");
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
  }

  private void assertRefused(HttpResponse<String> answer, String named) throws IOException {
    assertRefused(answer);
    assertThat(json.readTree(answer.body()).path("message").asText()).contains(named);
  }

  private HttpResponse<String> knock(Door door, String body) {
    return visitors.get(door).postJson(door.path, body);
  }

  private HttpResponse<String> bring(Door door, String email) {
    return bring(door, email, "demo");
  }

  private HttpResponse<String> bring(Door door, String email, String offer) {
    return knock(door, door.body.formatted("""
        {"email": {"value": "%s"}, "company": {"value": "Bau AG"}, "country": {"value": "DE"},
         "industry": {"value": "Manufacturing"}, "employees": {"value": 120}, "customerType": {"value": "B2B"},
         "offer": {"value": "%s"}}""".formatted(email, offer)));
  }

  private Kept kept() {
    return new Kept(
        leads.countByStage().values().stream().mapToLong(Long::longValue).sum(),
        runtime.createProcessInstanceQuery().count(),
        history.createHistoricProcessInstanceQuery().count());
  }

  private long running(String email) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey(email)).count();
  }

  private void doWhatIsDue() {
    JobQuery due = management.createJobQuery().messages();
    for (List<Job> jobs = due.list(); !jobs.isEmpty(); jobs = due.list()) {
      jobs.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private String businessKey(String email) {
    List<Lead> known = leads.search(null, email, 0, 2);
    assertThat(known).hasSize(1);
    return known.get(0).id().toString();
  }
}
