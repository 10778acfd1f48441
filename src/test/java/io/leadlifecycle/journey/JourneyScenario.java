package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.leadlifecycle.LeadLifecycle;
import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.NewActivity;
import io.leadlifecycle.activity.Offers;
import io.leadlifecycle.consent.Basis;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.GivenElsewhere;
import io.leadlifecycle.consent.Purpose;
import io.leadlifecycle.enrichment.Enrichment;
import io.leadlifecycle.handover.Handover;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.mail.Returns;
import io.leadlifecycle.nurture.Nurture;
import io.leadlifecycle.scoring.Scoring;
import io.leadlifecycle.smtp.SandboxInbox;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The whole program without its web server, with a clock that the test moves and nothing that happens by
 * itself.
 */
@SpringBootTest(
    classes = {LeadLifecycle.class, JourneyScenario.AtOnce.class},
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "leads.mail.dispatch-automatically=false",
      "leads.public-address=http://localhost:8080"
    })
@AutoConfigureMockMvc(addFilters = false)
@DirtiesContext
abstract class JourneyScenario {

  /** A Monday morning: within send hours, and within working hours for a call. */
  private static final Instant MONDAY = Instant.parse("2027-03-01T09:00:00Z");

  private static final Pattern CONFIRM = Pattern.compile("http://localhost:8080(/confirm/[\\w.-]+)");

  @Autowired Leads leads;
  @Autowired Activities activities;
  @Autowired Offers offers;
  @Autowired Consent consent;
  @Autowired Enrichment enrichment;
  @Autowired Scoring scoring;
  @Autowired Nurture nurture;
  @Autowired Handover handover;
  @Autowired Mails mails;
  @Autowired Returns returns;
  @Autowired SandboxInbox inbox;
  @Autowired Clock clock;
  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtime;
  @Autowired TaskService engineTasks;
  @Autowired HistoryService history;
  @Autowired FastForward fastForward;
  @Autowired DataSource database;
  @Autowired MockMvc web;

  @TestConfiguration
  static class AtOnce {

    /** Whoever is woken has done its part when the deed that woke it returns. */
    @Bean
    @Primary
    TaskExecutor atOnce() {
      return new SyncTaskExecutor();
    }
  }

  @BeforeEach
  void setTheClock() {
    AbstractAssertions.init(engine);
    ClockUtil.setCurrentTime(java.util.Date.from(MONDAY.isAfter(ClockUtil.getCurrentTime().toInstant()) ? MONDAY : clock.instant()));
  }

  @AfterAll
  static void letTheClockRun() {
    ClockUtil.reset();
  }

  LeadId start(LeadForm form) {
    LeadId lead = send(form);
    doWhatIsDue();
    return lead;
  }

  LeadId send(LeadForm form) {
    return LeadId.of(history.createHistoricProcessInstanceQuery()
        .processInstanceId(begin(form).getId()).singleResult().getBusinessKey());
  }

  /** For who does not ask which lead it became: it may be erased in the next moment. */
  ProcessInstance begin(LeadForm form) {
    return runtime.createProcessInstanceByKey("lead-lifecycle").setVariables(form.fields()).execute();
  }

  /** Presses the button behind the link of the opt-in mail. */
  void confirm(LeadId lead) {
    answer(lead, "");
  }

  void saysThatItWasNotThem(LeadId lead) {
    answer(lead, "not-me=true");
  }

  /** Another system tells of its consent. */
  void isReportedToAgree(LeadId lead) {
    Instant yesterday = clock.instant().minus(Duration.ofDays(1));
    consent.give(
        lead, new GivenElsewhere(Basis.IMPORTED, "Fair list 3", yesterday, Set.of(Purpose.NURTURE), null), "crm");
    doWhatIsDue();
  }

  private void answer(LeadId lead, String form) {
    String address = leads.get(lead).contact().email().value();
    String text =
        inbox.mails().stream().filter(mail -> mail.to().contains(address)).findFirst().orElseThrow().text();
    Matcher link = CONFIRM.matcher(text);
    assertThat(link.find()).as("a link to confirm in: %s", text).isTrue();
    press(link.group(1), form);
    doWhatIsDue();
  }

  void unsubscribe(LeadId lead) {
    press(URI.create(consent.unsubscribeLink(lead)).getPath());
    doWhatIsDue();
  }

  /** Sends the page behind the link in mails with these topics ticked and no others. */
  void wantsOnly(LeadId lead, String... topics) {
    press(URI.create(consent.preferencesLink(lead)).getPath(), "frequency=ANY&topic=" + String.join(",", topics));
    doWhatIsDue();
  }

  private void press(String path) {
    press(path, "");
  }

  private void press(String path, String form) {
    try {
      web.perform(post(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).content(form)).andExpect(status().isOk());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  void does(LeadId lead, String offer) {
    reads(lead, offer);
    doWhatIsDue();
  }

  void reads(LeadId lead, String offer) {
    var wanted = offers.find(offer).orElseThrow();
    activities.record(
        lead, new NewActivity(UUID.randomUUID().toString(), wanted.kind(), offer, null, null, null));
  }

  LeadId researched() {
    LeadId lead = start(aForm("ebook-process-automation"));
    confirm(lead);
    return lead;
  }

  LeadId nurtured(String offer) {
    LeadId lead = start(aForm(offer));
    confirm(lead);
    complete(lead, "Activity_EnrichLead", Map.of());
    assertThat(stage(lead)).isEqualTo(Stage.NURTURED);
    return lead;
  }

  LeadId called() {
    LeadId lead = researched();
    does(lead, "demo");
    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
    return lead;
  }

  private static LeadForm aForm(String offer) {
    return LeadForm.aLead().fromCompany("Bau AG").withConsent().interestedIn(offer);
  }

  void complete(LeadId lead, String task, Map<String, Object> answers) {
    engineTasks.complete(task(lead, task).getId(), answers);
    doWhatIsDue();
  }

  Task task(LeadId lead, String key) {
    return engineTasks.createTaskQuery().processInstanceBusinessKey(lead.toString()).taskDefinitionKey(key).singleResult();
  }

  List<Task> tasks(LeadId lead) {
    return engineTasks.createTaskQuery().processInstanceBusinessKey(lead.toString()).list();
  }

  List<ProcessInstance> running(LeadId lead) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.toString()).list();
  }

  Stage stage(LeadId lead) {
    return leads.get(lead).stage();
  }

  void pass(Duration time) {
    fastForward.to(clock.instant().plus(time));
  }

  void passUntil(LeadId lead, Stage stage) {
    for (int day = 0; day < 200 && stage(lead) != stage; day++) {
      pass(Duration.ofDays(1));
    }
    assertThat(stage(lead)).isEqualTo(stage);
  }

  void doWhatIsDue() {
    fastForward.to(clock.instant());
  }

  List<MailEntry> nurtureMails(LeadId lead) {
    return mails.of(lead.toString()).stream().filter(mail -> mail.mailClass() == MailClass.NURTURE).toList();
  }

  List<String> templates(LeadId lead) {
    return nurtureMails(lead).stream().map(MailEntry::template).toList();
  }

  List<String> sequenceStarters() {
    return List.of("ebook-process-automation", "whitepaper-erp-integration", "guide-traceability");
  }

  String otherStarter() {
    return sequenceStarters().get(1);
  }

  static String fresh(String domain) {
    return "lead-" + UUID.randomUUID() + "@" + domain;
  }

  void assertEnded(LeadId lead, Stage stage, String endEvent) {
    assertThat(stage(lead)).isEqualTo(stage);
    assertThat(running(lead)).isEmpty();
    assertThat(
            history.createHistoricActivityInstanceQuery().activityId(endEvent).list().stream()
                .map(end -> history.createHistoricProcessInstanceQuery()
                    .processInstanceId(end.getProcessInstanceId()).singleResult().getBusinessKey()))
        .contains(lead.toString());
  }

  /** Every column of every table of the engine that holds this text. */
  Collection<String> engineTablesContaining(String text) {
    return new EveryColumn(database).holding(List.of(text), EveryColumn.OF_THE_ENGINE);
  }
}
