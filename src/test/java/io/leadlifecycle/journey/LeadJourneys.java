package io.leadlifecycle.journey;

import static io.leadlifecycle.journey.LeadForm.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** The lives that a lead can have, each from its capture to its end, on one database. */
abstract class LeadJourneys extends JourneyScenario {

  private static final String SLOW_TO_REGISTER = """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
        <process id="slow-to-register" isExecutable="true" camunda:historyTimeToLive="P1D">
          <startEvent id="start">
            <extensionElements>
              <camunda:executionListener delegateExpression="${leadIntake}" event="start" />
            </extensionElements>
          </startEvent>
          <sequenceFlow id="registering" sourceRef="start" targetRef="register" />
          <serviceTask id="register" camunda:asyncBefore="true"
              camunda:expression="${leads.begin(lead)}" camunda:resultVariable="own" />
          <sequenceFlow id="ending" sourceRef="register" targetRef="end" />
          <endEvent id="end">
            <extensionElements>
              <camunda:properties>
                <camunda:property name="stage" value="LOST" />
              </camunda:properties>
            </extensionElements>
          </endEvent>
        </process>
      </definitions>
      """;

  @Test
  void leadsFromTheFirstDownloadToCustomer() {
    LeadId lead = start(aLead().fromCompany("Bau AG").withConsent().interestedIn("ebook-process-automation"));
    assertThat(stage(lead)).isEqualTo(Stage.CONFIRMING);

    confirm(lead);
    assertThat(stage(lead)).isEqualTo(Stage.RESEARCHING);
    assertThat(leads.get(lead).fit()).isEqualTo(Fit.GOOD_FIT);

    complete(lead, "Activity_EnrichLead", Map.of("homepage", "https://bau.example", "directDial", "+49 89 1234-56"));
    assertThat(enrichment.of(lead).directDial()).isEqualTo("+49 89 1234-56");
    assertThat(stage(lead)).isEqualTo(Stage.NURTURED);

    pass(Duration.ofDays(10));
    assertThat(nurtureMails(lead)).hasSizeGreaterThanOrEqualTo(2);

    does(lead, "demo");
    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
    assertThat(task(lead, "Activity_ContactLead").getAssignee()).isNotNull();

    ProcessInstance life = running(lead).get(0);
    complete(lead, "Activity_ContactLead", Map.of("outcome", "WON", "note", "Signed for two plants"));
    assertEnded(lead, Stage.CUSTOMER, "Event_Customer");
    BpmnAwareTests.assertThat(life).hasPassed("Activity_EnrichLead", "Activity_SendNextMail", "Event_Customer").isEnded();
  }

  /** Each gateway asks for what the step right before it says, so an answer that no form asks for leads nowhere. */
  @Test
  void goesItsWayWhateverElseATaskIsAnswered() {
    LeadId lead = start(aLead().fromCompany("Bau AG").withConsent().interestedIn("ebook-process-automation"));
    confirm(lead);

    complete(lead, "Activity_EnrichLead", Map.of(
        "fit", "NO_FIT", "temperature", "HOT", "own", false, "tryAgain", true, "rep", "nobody", "outcome", "WON"));
    assertThat(stage(lead)).isEqualTo(Stage.NURTURED);
    assertThat(runtime.getVariables(running(lead).get(0).getId())).doesNotContainKey("own");

    does(lead, "demo");
    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
    assertThat(task(lead, "Activity_ContactLead").getAssignee()).isNotEqualTo("nobody");
    assertThatThrownBy(() -> complete(lead, "Activity_ContactLead", Map.of("fit", "GOOD_FIT")))
        .hasMessageContaining("outcome: is required");
  }

  @Test
  void endsWhereTheAddressIsNotConfirmed() {
    LeadId lead = start(aLead().withConsent().interestedIn("ebook-process-automation"));

    pass(Duration.ofDays(8));

    assertEnded(lead, Stage.NOT_CONFIRMED, "Event_NotConfirmed");
    assertThat(nurtureMails(lead)).isEmpty();
  }

  @Test
  void endsAtOnceWhereTheOwnerOfTheAddressSaysThatItWasNotThem() {
    LeadId lead = start(aLead().withConsent().interestedIn("ebook-process-automation"));

    saysThatItWasNotThem(lead);

    assertEnded(lead, Stage.NOT_CONFIRMED, "Event_NotConfirmed");
    pass(Duration.ofDays(40));
    assertThat(nurtureMails(lead)).isEmpty();
  }

  @Test
  void goesOnWithAConsentThatWasGivenElsewhere() {
    LeadId lead = start(aLead().fromCompany("Bau AG").withConsent().interestedIn("ebook-process-automation"));

    isReportedToAgree(lead);
    assertThat(stage(lead)).isEqualTo(Stage.RESEARCHING);
    complete(lead, "Activity_EnrichLead", Map.of());
    pass(Duration.ofDays(10));

    assertThat(nurtureMails(lead)).isNotEmpty()
        .allSatisfy(mail -> assertThat(mail.consent()).isEqualTo(lead + ":basis:1"));
  }

  @Test
  void callsWhoAskedForItAndMailsThemNothingWithoutConsent() {
    LeadId lead = start(aLead().fromCompany("Bau AG").interestedIn("demo"));
    assertThat(stage(lead)).isEqualTo(Stage.CALLING);

    complete(lead, "Activity_ContactLead", Map.of("outcome", "NOT_YET"));
    pass(Duration.ofDays(60));

    assertEnded(lead, Stage.NEVER_AGREED, "Event_NeverAgreed");
    assertThat(mails.of(lead.toString())).isEmpty();
  }

  @Test
  void endsWhereTheLeadDoesNotFit() {
    LeadId lead = start(aLead().withAddress("x@mailinator.com").interestedIn("demo"));

    assertEnded(lead, Stage.NOT_A_FIT, "Event_NotAFit");
    assertThat(leads.get(lead).fitReason()).isNotBlank();
  }

  @Test
  void asksARepWhereTheFitIsUnclear() {
    LeadId lead = start(aLead().withAddress(fresh("gmx.de")).fromNoCompany().interestedIn("ebook-process-automation"));
    assertThat(stage(lead)).isEqualTo(Stage.QUALIFYING);

    complete(lead, "Activity_QualifyLead", Map.of("fit", "GOOD_FIT", "reason", "Owner of a mill"));

    assertThat(leads.get(lead).fitReason()).isEqualTo("Owner of a mill");
    assertThat(stage(lead)).isEqualTo(Stage.RESEARCHING);
  }

  @Test
  void endsWhereARepFindsNoFit() {
    LeadId lead = start(aLead().withAddress(fresh("gmx.de")).fromNoCompany().interestedIn("demo"));

    complete(lead, "Activity_QualifyLead", Map.of("fit", "NO_FIT", "reason", "A student"));

    assertEnded(lead, Stage.NOT_A_FIT, "Event_NotAFitByRep");
  }

  @Test
  void goesOnWithoutResearchThatNobodyDoes() {
    LeadId lead = researched();

    pass(Duration.ofDays(4));

    assertThat(stage(lead)).isEqualTo(Stage.NURTURED);
    assertThat(tasks(lead)).isEmpty();
  }

  @Test
  void callsALeadThatTurnsHotWhileItIsResearched() {
    LeadId lead = researched();

    does(lead, "demo");

    assertThat(tasks(lead)).extracting("taskDefinitionKey").containsExactly("Activity_ContactLead");
  }

  @Test
  void callsALeadAtOnceThatAsksForADemoAtFirst() {
    LeadId lead = start(aLead().fromCompany("Bau AG").withConsent().interestedIn("demo"));

    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
    assertThat(tasks(lead)).extracting("taskDefinitionKey").containsExactly("Activity_ContactLead");
  }

  @Test
  void callsALeadThatAsksForADemoBeforeItConfirms() {
    LeadId lead = start(aLead().fromCompany("Bau AG").withConsent().interestedIn("ebook-process-automation"));
    assertThat(stage(lead)).isEqualTo(Stage.CONFIRMING);

    does(lead, "demo");

    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
  }

  @Test
  void beginsAnewWithALeadThatAsksForADemoAfterItsEnd() {
    LeadId lead = start(aLead().fromCompany("Bau AG").withConsent().interestedIn("ebook-process-automation"));
    pass(Duration.ofDays(8));
    assertThat(stage(lead)).isEqualTo(Stage.NOT_CONFIRMED);

    does(lead, "demo");

    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
    assertThat(running(lead)).hasSize(1);
  }

  @Test
  void leavesACustomerACustomer() {
    LeadForm form = aLead().fromCompany("Bau AG").withConsent().interestedIn("demo");
    LeadId lead = start(form);
    complete(lead, "Activity_ContactLead", Map.of("outcome", "WON"));

    confirm(lead);
    start(form);

    assertThat(stage(lead)).isEqualTo(Stage.CUSTOMER);
    assertThat(running(lead)).isEmpty();
  }

  /** As a model of one's own may, which gives a process time to be deleted before it knows whose it is. */
  @Test
  void keepsItsProcessWhenAnotherIsDeletedThatHasYetToRegister() {
    LeadForm form = aLead().withConsent();
    LeadId lead = start(form);
    Deployment deployment = engine.getRepositoryService().createDeployment()
        .addString("slow-to-register.bpmn", SLOW_TO_REGISTER).deploy();

    ProcessInstance other =
        runtime.createProcessInstanceByKey("slow-to-register").setVariables(form.fields()).execute();
    assertThat(other.getBusinessKey()).isEqualTo(lead.toString());
    runtime.deleteProcessInstance(other.getId(), "started by mistake");

    assertThat(leads.isRunning(lead)).isTrue();
    engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
  }

  @Test
  void canBeginAgainAfterAnOperatorDeletedTheProcess() {
    LeadForm form = aLead().fromCompany("Bau AG").interestedIn("ebook-process-automation");
    LeadId lead = start(form);
    runtime.deleteProcessInstance(running(lead).get(0).getId(), "started by mistake");
    assertThat(leads.isRunning(lead)).isFalse();

    assertThat(start(form)).isEqualTo(lead);

    assertThat(running(lead)).hasSize(1);
    assertThat(stage(lead)).isEqualTo(Stage.RESEARCHING);
  }

  /** In the transaction that posts the last mail, too. */
  @Test
  void isQuietFromItsLastMailOn() {
    LeadId lead = nurtured("ebook-process-automation");
    passUntil(lead, Stage.QUIET);

    Instant last = nurtureMails(lead).stream().map(MailEntry::postedAt).max(Instant::compareTo).orElseThrow();
    Instant due = engine.getManagementService().createJobQuery().activityId("Event_QuietTooLong")
        .processInstanceId(running(lead).get(0).getId()).singleResult().getDuedate().toInstant();
    assertThat(due).isAfterOrEqualTo(last.plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  void keepsNoAnswerThatItsGatewayHasHeard() {
    LeadId unconfirmed = start(aLead().withConsent());
    assertThat(runtime.getVariables(running(unconfirmed).get(0).getId())).isEmpty();

    LeadId lead = nurtured("ebook-process-automation");
    assertThat(runtime.getVariables(running(lead).get(0).getId())).isEmpty();
  }

  @Test
  void writesHistoryOfAllStepsButThoseThatTheModelLeavesOut() {
    LeadId unconfirmed = start(aLead().withConsent());
    assertThat(steps(unconfirmed)).isEmpty();
    assertThat(stage(unconfirmed)).isEqualTo(Stage.CONFIRMING);

    assertThat(steps(nurtured("ebook-process-automation"))).contains("Activity_QualifyByRules", "Event_NurtureStarted");
  }

  private List<String> steps(LeadId lead) {
    return history.createHistoricActivityInstanceQuery()
        .processInstanceId(running(lead).get(0).getId()).list().stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  @Test
  void beginsAtTheSamePlaceWhoeverTakesTheLeadIn() throws Exception {
    assertThat(beginning(start(aLead()))).isEqualTo("Event_LeadCaptured");
    assertThat(beginning(report(aLead()))).isEqualTo("Event_LeadCaptured");
  }

  private String beginning(LeadId lead) {
    return history.createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(lead.toString()).singleResult().getStartActivityId();
  }

  /** As another system does it. */
  LeadId report(LeadForm form) throws Exception {
    String fields = new ObjectMapper().writeValueAsString(form.fields());
    String location = web.perform(post("/api/leads").contentType(MediaType.APPLICATION_JSON).content(fields))
        .andExpect(status().isCreated())
        .andReturn().getResponse().getHeader("Location");
    return LeadId.of(location.substring(location.lastIndexOf('/') + 1));
  }

  @Test
  void leavesNurtureAtOnceWhenTheLeadTurnsHot() {
    LeadId lead = nurtured("ebook-process-automation");
    pass(Duration.ofDays(3));
    int before = nurtureMails(lead).size();

    does(lead, "demo");
    pass(Duration.ofHours(1));

    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
    pass(Duration.ofDays(14));
    assertThat(nurtureMails(lead)).hasSize(before);
  }

  @Test
  void sendsOneMailADayWhateverSequencesOverlap() {
    LeadId lead = nurtured("ebook-process-automation");
    sequenceStarters().forEach(offer -> does(lead, offer));

    pass(Duration.ofDays(40));

    List<Instant> sent = nurtureMails(lead).stream().map(MailEntry::sentAt).toList();
    assertThat(sent).hasSizeGreaterThan(6);
    assertThat(gaps(sent)).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(Duration.ofHours(24)));
    assertThat(nurtureMails(lead)).extracting(MailEntry::template).doesNotHaveDuplicates();
  }

  @Test
  void doesWhatItAnnounced() {
    LeadId lead = nurtured("ebook-process-automation");
    var announced = nurture.plan(lead);

    pass(Duration.between(clock.instant(), announced.get(announced.size() - 1).at()).plusMinutes(5));

    assertThat(nurtureMails(lead)).extracting(MailEntry::template)
        .containsExactlyElementsOf(announced.stream().map(mail -> mail.template()).toList());
    for (int n = 0; n < announced.size(); n++) {
      assertThat(nurtureMails(lead).get(n).sentAt()).isBetween(announced.get(n).at(), announced.get(n).at().plusSeconds(5));
    }
  }

  @Test
  void stopsTheMomentConsentIsWithdrawn() {
    LeadId lead = nurtured("ebook-process-automation");
    pass(Duration.ofDays(2));
    int before = nurtureMails(lead).size();

    unsubscribe(lead);

    assertEnded(lead, Stage.UNSUBSCRIBED, "Event_Unsubscribed");
    pass(Duration.ofDays(30));
    assertThat(nurtureMails(lead)).hasSize(before);
  }

  @Test
  void mailsNobodyWhoNeverAgreed() {
    LeadId lead = start(aLead().fromCompany("Bau AG").interestedIn("ebook-process-automation"));
    complete(lead, "Activity_EnrichLead", Map.of());

    assertEnded(lead, Stage.NEVER_AGREED, "Event_NeverAgreed");
    assertThat(mails.of(lead.toString())).isEmpty();
  }

  @Test
  void escalatesACallThatNobodyMakesAndKeepsTheTask() {
    LeadId lead = called();

    pass(Duration.ofDays(7));

    assertThat(handover.of(lead)).singleElement().satisfies(call -> assertThat(call.escalatedAt()).isNotNull());
    assertThat(inbox.mails())
        .filteredOn(mail -> mail.to().contains("sales-manager@example.com"))
        .filteredOn(mail -> mail.text().contains(lead.toString()))
        .hasSize(1);
    assertThat(tasks(lead)).extracting("taskDefinitionKey").containsExactly("Activity_ContactLead");
  }

  @Test
  void comesBackToTheSamePlaceInNurtureAfterNotYet() {
    LeadId lead = nurtured("ebook-process-automation");
    pass(Duration.ofDays(5));
    List<String> had = templates(lead);
    List<String> toCome = nurture.plan(lead).stream().map(mail -> mail.template()).toList();
    does(lead, "demo");

    complete(lead, "Activity_ContactLead", Map.of("outcome", "NOT_YET", "note", "Budget comes in spring"));

    assertThat(stage(lead)).isEqualTo(Stage.NURTURED);
    pass(Duration.ofDays(29));
    assertThat(templates(lead)).isEqualTo(had);
    pass(Duration.ofDays(60));
    assertThat(templates(lead)).containsAll(toCome).doesNotHaveDuplicates();
  }

  @Test
  void endsWhereARepLosesTheLead() {
    LeadId lead = called();
    complete(lead, "Activity_ContactLead", Map.of("outcome", "LOST", "note", "Bought elsewhere"));
    assertEnded(lead, Stage.LOST, "Event_Lost");
  }

  @Test
  void endsWhereARepFindsOutThatTheLeadDoesNotFit() {
    LeadId lead = called();
    complete(lead, "Activity_ContactLead", Map.of("outcome", "NO_FIT"));
    assertEnded(lead, Stage.NOT_A_FIT, "Event_NoFitAfterCall");
  }

  @Test
  void letsALeadGoColdAndWakesItWhenItComesBack() {
    LeadId lead = nurtured("ebook-process-automation");

    pass(Duration.ofDays(200));
    assertEnded(lead, Stage.GONE_COLD, "Event_GoneCold");
    assertThat(templates(lead)).anyMatch(template -> template.startsWith("gone-quiet"));

    does(lead, "demo");
    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
    assertThat(running(lead)).hasSize(1);
  }

  @Test
  void comesToAnEndWithALeadWhoseAddressDoesNotExist() {
    LeadId lead = nurtured("ebook-process-automation");
    String mail = mails.of(lead.toString()).get(0).key();
    long sent = nurtureMails(lead).stream().filter(each -> each.state() == MailState.SENT).count();

    returns.undeliverable(mail, "5.1.1");
    pass(Duration.ofDays(300));

    assertEnded(lead, Stage.GONE_COLD, "Event_GoneCold");
    assertThat(nurtureMails(lead)).filteredOn(each -> each.state() == MailState.SENT).hasSize((int) sent);
    assertThat(nurtureMails(lead)).filteredOn(each -> each.state() == MailState.CANCELLED)
        .isNotEmpty()
        .extracting(MailEntry::reason).containsOnly("No mail may go to this address: Hard bounce 5.1.1");
  }

  @Test
  void wakesAQuietLeadThatReadsAgain() {
    LeadId lead = nurtured("ebook-process-automation");
    passUntil(lead, Stage.QUIET);

    does(lead, otherStarter());

    assertThat(stage(lead)).isEqualTo(Stage.NURTURED);
  }

  @Test
  void comesBackWhenALeadWantsATopicAgainAndTellsWhatWasLeftOutMeanwhile() {
    LeadId lead = nurtured("ebook-process-automation");
    pass(Duration.ofDays(5));
    int sent = nurtureMails(lead).size();

    wantsOnly(lead);
    assertThat(stage(lead)).isEqualTo(Stage.QUIET);
    assertThat(nurtureMails(lead)).hasSize(sent);
    passUntil(lead, Stage.GONE_COLD);
    assertThat(nurtureMails(lead)).hasSizeGreaterThan(sent)
        .filteredOn(mail -> mail.state() == MailState.SKIPPED)
        .extracting(MailEntry::reason).containsOnly("The lead wants no mails on Automating processes");

    wantsOnly(lead, "process-automation");
    assertThat(stage(lead)).isEqualTo(Stage.NURTURED);
  }

  @Test
  void accountsForWhatIsLeftOutForGoodWhenALeadLeavesNurture() {
    LeadId lead = nurtured("ebook-process-automation");

    nurture.pauseUntil(lead, clock.instant().plus(Duration.ofDays(10)));
    doWhatIsDue();
    pass(Duration.ofDays(3));
    wantsOnly(lead);

    assertThat(stage(lead)).isEqualTo(Stage.QUIET);
    assertThat(nurtureMails(lead)).extracting(MailEntry::state).contains(MailState.SKIPPED);
  }

  @Test
  void tellsTheRunningProcessOfAKnownLead() {
    LeadForm form = aLead().fromCompany("Bau AG").withConsent().interestedIn("ebook-process-automation");
    LeadId lead = start(form);
    confirm(lead);

    assertThat(start(form.interestedIn("demo"))).isEqualTo(lead);

    assertThat(running(lead)).hasSize(1);
    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
  }

  @Test
  void keepsOneLeadAndOneProcessForAnAddressUnderARace() throws Exception {
    LeadForm form = aLead().fromCompany("Bau AG").interestedIn("webinar-order-to-delivery");
    Callable<LeadId> once = () -> send(form);
    var threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<LeadId>> all = threads.invokeAll(IntStream.range(0, 24).mapToObj(n -> once).toList());
      assertThat(all).extracting(Future::get).containsOnly(all.get(0).get());
      assertThat(running(all.get(0).get())).hasSize(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void entersASequenceOnceUnderARace() throws Exception {
    LeadId lead = nurtured("ebook-process-automation");
    Callable<LeadId> once = () -> {
      reads(lead, otherStarter());
      return lead;
    };
    var threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<LeadId> reader : threads.invokeAll(Collections.nCopies(8, once))) {
        assertThat(reader.get()).isEqualTo(lead);
      }
    } finally {
      threads.shutdown();
    }
    doWhatIsDue();
    assertThat(nurture.plan(lead)).extracting(mail -> mail.template()).doesNotHaveDuplicates();
    assertThat(nurture.plan(lead)).extracting(mail -> mail.sequence()).contains("erp-integration");
  }

  @Test
  void keepsNothingOfAPersonInTheEngine() {
    LeadId lead = start(
        aLead().named("Canaria", "Kanarienvogel").fromCompany("Bau AG").interestedIn("ebook-process-automation"));
    complete(lead, "Activity_EnrichLead", Map.of("directDial", "+49 555 0815", "notes", "likes Kanarienvogel"));

    assertThat(engineTablesContaining("Kanarienvogel")).isEmpty();
    assertThat(engineTablesContaining("+49 555 0815")).isEmpty();
    assertThat(engineTablesContaining(lead.toString())).isNotEmpty();
  }

  @Test
  void refusesWrongAnswersAndKeepsTheTask() {
    LeadId lead = researched();

    assertThatExceptionOfType(BadInput.class)
        .isThrownBy(() -> complete(lead, "Activity_EnrichLead", Map.of("homepage", "javascript:alert(1)")))
        .withMessageContaining("homepage");

    assertThat(tasks(lead)).hasSize(1);
    assertThat(enrichment.of(lead).notes()).isNull();
  }

  @Test
  void putsLowChanceBehindGoodFit() {
    LeadId good = researched();
    LeadId low = start(aLead().privately().interestedIn("webinar-order-to-delivery").fromCompany("Bau AG"));

    assertThat(task(good, "Activity_EnrichLead").getPriority())
        .isGreaterThan(task(low, "Activity_EnrichLead").getPriority());
  }

  @Test
  void endsEachMailInOneStateWithAReason() {
    LeadId lead = nurtured("ebook-process-automation");
    pass(Duration.ofDays(30));
    assertThat(mails.of(lead.toString()))
        .isNotEmpty()
        .allSatisfy(mail -> assertThat(mail.state()).isEqualTo(MailState.SENT))
        .allSatisfy(mail -> assertThat(mail.reason()).isNotBlank());
  }

  private static Stream<Duration> gaps(List<Instant> sent) {
    return IntStream.range(1, sent.size()).mapToObj(n -> Duration.between(sent.get(n - 1), sent.get(n)));
  }
}
