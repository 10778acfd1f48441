package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.playbook.Decisions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** What each may do in the engine once inside. */
class WorkTests extends House {

  private static final String START = "/engine-rest/process-definition/key/lead-lifecycle/start";

  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private FilterService filters;
  @Autowired private ManagementService management;
  @Autowired private Decisions decisions;
  @Autowired private ObjectMapper json;

  @Test
  void isClaimedAndCompletedByAnyRep() {
    String task = aTaskForReps();
    Visitor sam = person("sam");

    assertThat(sam.get("/engine-rest/task").body()).contains(task);
    assertThat(sam.postJson("/engine-rest/task/" + task + "/claim", "{\"userId\": \"sam\"}").statusCode())
        .isEqualTo(204);
    assertThat(sam.postJson("/engine-rest/task/" + task + "/complete", "{}").statusCode()).isEqualTo(204);
    assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
  }

  @Test
  void isNoneOfMarketingsNorOfMachines() {
    String task = aTaskForReps();
    String complete = "/engine-rest/task/" + task + "/complete";

    assertThat(List.of(person("mia"), machine()))
        .allSatisfy(visitor -> {
          assertThat(visitor.get("/engine-rest/task").body()).doesNotContain(task);
          assertThat(visitor.postJson(complete, "{}").statusCode()).isEqualTo(403);
        });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      PUT  | /task/{task}/variables/x               | {"value": 1}
      PUT  | /task/{task}/localVariables/x          | {"value": 1}
      POST | /task/{task}/variables                 | {"modifications": {"x": {"value": 1}}}
      POST | /task/{task}/localVariables            | {"modifications": {"x": {"value": 1}}}
      POST | /task/{task}/resolve                   | {"variables": {"x": {"value": 1}}}
      POST | /task/{task}/resolve/                  | {"variables": {"x": {"value": 1}}}
      POST | /task/{task}/%72esolve                 | {"variables": {"x": {"value": 1}}}
      POST | /task/{task}/bpmnEscalation            | {"escalationCode": "e", "variables": {"x": {"value": 1}}}
      POST | /task/{task}/bpmnError                 | {"errorCode": "e", "variables": {"x": {"value": 1}}}
      PUT  | /execution/{instance}/localVariables/x | {"value": 1}
      POST | /execution/{instance}/localVariables   | {"modifications": {"x": {"value": 1}}}
      PUT  | /process-instance/{instance}/variables/x | {"value": 1}
      POST | /process-instance/{instance}/variables   | {"modifications": {"x": {"value": 1}}}
      """)
  void cannotBeGoneAroundByVariables(String method, String path, String body) {
    String task = aTaskForReps();
    String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    tasks.setAssignee(task, "sam");

    HttpResponse<String> refused = person("sam").send(
        method, "/engine-rest" + path.replace("{task}", task).replace("{instance}", instance), body);

    assertThat(refused.statusCode()).isIn(400, 403);
    assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(instance).count()).isZero();
  }

  @Test
  void beginsWithALeadThatRepsAndMachinesMayStart() {
    assertThat(List.of(person("sam"), person("admin"), machine()))
        .allSatisfy(visitor -> assertThat(visitor.postJson(START, aLead()).statusCode()).isEqualTo(200));
    assertThat(person("mia").postJson(START, aLead()).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"start/", "start//", "%73tart", "st%61rt/", "submit-form/", "%73ubmit-form"})
  void beginsAtTheBeginningHoweverThePathIsWritten(String last) {
    String path = "/engine-rest/process-definition/key/lead-lifecycle/" + last;
    String inTheMiddle = """
        {"startInstructions": [{"type": "startBeforeActivity", "activityId": "Activity_AssignRep",
          "variables": {"x": {"value": "gone around"}}}], "skipCustomListeners": true, "skipIoMappings": true,
         "variables": {"x": {"value": "gone around"}}}""";

    assertThat(List.of(person("sam"), machine()))
        .allSatisfy(visitor -> assertThat(visitor.postJson(path, inTheMiddle).statusCode()).isIn(400, 403, 404));
    assertThat(runtime.createVariableInstanceQuery().variableName("x").count()).isZero();
  }

  @Test
  void beginsWithNothingElse() {
    deploy("desk");
    String start = "/engine-rest/process-definition/key/desk/start";

    assertThat(List.of(person("sam"), person("mia"), machine()))
        .allSatisfy(visitor -> assertThat(visitor.postJson(start, "{}").statusCode()).isIn(403, 404));
  }

  @Test
  void isListedWithTheLeadsFactsThoughRepsMayReadNoTables() {
    runtime.startProcessInstanceByKey("lead-lifecycle", Map.of(
        "email", UUID.randomUUID() + "@bau-ag.de", "company", "Bau AG", "offer", "webinar-order-to-delivery"));
    management.createJobQuery().messages().list().forEach(job -> management.executeJob(job.getId()));
    repository.createDeployment().addClasspathResource("bpmn/temperature.dmn").deploy();
    ReflectionTestUtils.invokeMethod(decisions, "look");
    Visitor sam = person("sam");
    sam.get("/engine-rest/task");
    String list =
        filters.createFilterQuery().filterName("To research").filterOwner("sam").singleResult().getId();

    HttpResponse<String> listed =
        sam.accepting("application/hal+json").get("/engine-rest/filter/" + list + "/list");

    assertThat(listed.statusCode()).isEqualTo(200);
    assertThat(listed.body()).contains("Bau AG", "WARM");
  }

  @Test
  void cannotBeTamperedWithByMachines() throws IOException {
    HttpResponse<String> started = machine().postJson(START, aLead());
    String lead = "/engine-rest/process-instance/" + json.readTree(started.body()).path("id").asText();

    assertThat(machine().ask("DELETE", lead).statusCode()).isEqualTo(403);
    String change = """
        {"modifications": {"x": {"value": 1}}}""";
    assertThat(machine().postJson(lead + "/variables", change).statusCode()).isEqualTo(403);
    assertThat(machine().get("/engine-rest/user").body()).isEqualTo("[]");
  }

  @Test
  void liesInFiveListsThatRepsSeeAndCannotChange() throws IOException {
    JsonNode lists = json.readTree(person("sam").get("/engine-rest/filter?sortBy=name&sortOrder=asc").body());

    assertThat(lists).extracting(list -> list.path("name").asText())
        .containsExactly("My leads", "Overdue", "To call", "To qualify", "To research");
    assertThat(lists).allSatisfy(list -> {
      String filter = "/engine-rest/filter/" + list.path("id").asText();
      assertThat(person("sam").get(filter + "/list").statusCode()).isEqualTo(200);
      assertThat(person("sam").ask("DELETE", filter).statusCode()).isEqualTo(403);
    });
    assertThat(person("sam").postJson("/engine-rest/filter/create", """
        {"name": "mine", "resourceType": "Task", "query": {}}""").statusCode()).isEqualTo(403);
    assertThat(machine().get("/engine-rest/filter").body()).isEqualTo("[]");
  }

  private static String aLead() {
    return """
        {"variables": {"email": {"value": "%s@example.com"}}}""".formatted(UUID.randomUUID());
  }

  private String aTaskForReps() {
    deploy("desk");
    String desk = runtime.startProcessInstanceByKey("desk").getId();
    return tasks.createTaskQuery().processInstanceId(desk).singleResult().getId();
  }
}
