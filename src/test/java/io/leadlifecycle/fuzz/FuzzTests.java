package io.leadlifecycle.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.smtp.SandboxInbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever anybody sends to whatever door, the program says what is wrong, and neither breaks nor tells of itself. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:fuzz;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
      "leads.admin-password=" + FuzzTests.PASSWORD,
      "leads.sample-password=" + FuzzTests.PASSWORD,
      "leads.api-key=" + FuzzTests.KEY,
      "leads.forms.fill-time=PT0S",
      "leads.forms.answer-time=PT0S",
      "leads.forms.per-network=100000/PT1H",
      "leads.forms.per-domain=100000/PT1H",
      "leads.forms.all=100000/PT1H",
      "leads.mail.dispatch-automatically=false",
      "logging.level.org.springframework.web=error",
      "camunda.bpm.job-execution.enabled=false"
    })
@DirtiesContext
class FuzzTests {

  static final String PASSWORD = "Open-7-sesame";
  static final String KEY = "leads_a-key-for-fuzzing";

  @LocalServerPort private int port;
  @Autowired @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;
  @Autowired private Consent consent;
  @Autowired private SandboxInbox inbox;

  private final Faults faults = new Faults();
  private FuzzedProgram program;
  private EndpointFuzz endpoints;

  @BeforeEach
  void knockAtTheDoors() {
    program = new FuzzedProgram(port, PASSWORD, KEY);
    String lead = program.capture(
        Map.of("email", FuzzedProgram.someAddress(), "company", "Bau AG", "consent", "true"));
    String link = consent.unsubscribeLink(LeadId.of(lead));
    endpoints = new EndpointFuzz(program, faults, lead, link.substring(link.lastIndexOf('/') + 1));
  }

  @AfterEach
  void findNothing() {
    faults.assertNone();
  }

  @AfterAll
  static void letTheClockRun() {
    ClockUtil.reset();
  }

  @Test
  void knowsWhatEveryEndpointTakes() {
    Set<String> there = new TreeSet<>();
    mappings.getHandlerMethods().forEach((mapping, handler) -> {
      if (handler.getBeanType().getName().startsWith("io.leadlifecycle")) {
        mapping.getPatternValues().forEach(path ->
            mapping.getMethodsCondition().getMethods().forEach(method -> there.add(method + " " + path)));
      }
    });
    assertThat(Endpoint.ALL).extracting(Endpoint::name).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void answersWhateverIsSentToAnyEndpoint() {
    int door = 0;
    for (Endpoint endpoint : Endpoint.ALL) {
      endpoints.sendNaughtyStrings(endpoint, NaughtyStrings.share(door++));
    }
  }

  @Test
  void answersWhateverSomebodyWritesIntoAForm() {
    Endpoint form = Endpoint.ALL.stream().filter(each -> each.name().equals("POST /forms/{offer}")).findFirst().get();
    endpoints.sendForms(form, NaughtyStrings.all());
  }

  @Test
  void answersPathsAndQueriesThatAreNone() {
    Endpoint.ALL.forEach(endpoints::sendBrokenPathsAndQueries);
  }

  @Test
  void answersBodiesThatAreNone() {
    Endpoint.ALL.stream().filter(Endpoint::json).forEach(endpoints::sendOddBodies);
  }

  @Test
  void answersWhateverTheEngineIsTold() {
    EngineFuzz engine = new EngineFuzz(program, faults);
    int number = 0;
    for (Map.Entry<String, String> door : engine.doors().entrySet()) {
      engine.sendNaughtyStrings(door.getKey(), door.getValue(), NaughtyStrings.share(number++));
      engine.sendOddTypes(door.getKey(), door.getValue());
      engine.sendOddBodies(door.getKey(), door.getValue());
    }
  }

  @Test
  void answersPathsOfTheEngineThatLeadNowhere() {
    NaughtyStrings.share(0).forEach(new EngineFuzz(program, faults)::sendPathsThatLeadNowhere);
  }

  @Test
  void carriesAnyNameThroughPagesMailsAndTasksAsTextOnly() {
    NamesOnTheirWay names = new NamesOnTheirWay(program, faults);
    names.capture(NaughtyStrings.all());
    names.lookAtPages();
    names.lookAtMails(List.copyOf(inbox.mails()));
  }
}
