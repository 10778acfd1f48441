package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.leadlifecycle.consent.ConsentGiven;
import io.leadlifecycle.consent.ConsentWithdrawn;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.lead.UnknownLead;
import io.leadlifecycle.nurture.ColdLeadActive;
import io.leadlifecycle.nurture.LeadActive;
import io.leadlifecycle.nurture.NurtureChanged;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.NeededAgain;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.Privacy;
import io.leadlifecycle.privacy.Tables;
import io.leadlifecycle.scoring.LeadTurnedHot;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What remains of a person: in the engine, the log and the metrics nothing, and nothing anywhere once it is
 * erased.
 */
@AutoConfigureObservability(tracing = false)
abstract class PrivacyJourneys extends JourneyScenario {

  /** Where leads live that do not fit, or of which nobody knows. */
  private static final Map<String, String> DOMAINS =
      Map.of("Event_NotAFit", "mailinator.com", "Event_NotAFitByRep", "gmx.de");
  private static final String EBOOK = "ebook-process-automation";

  @Autowired private Privacy privacy;
  @Autowired private JdbcClient jdbc;
  @Autowired private MeterRegistry meters;
  @Autowired private PrometheusMeterRegistry prometheus;
  @Autowired private ManagementService management;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ApplicationEventPublisher events;

  /** Whose words nobody but us may keep, at any time. */
  private @Nullable Canary watched;

  @Override
  void doWhatIsDue() {
    super.doWhatIsDue();
    if (watched != null) {
      assertThat(columns(watched, table -> !isOurs(table))).isEmpty();
    }
  }

  /** How a lead gets to each end of its process. */
  private interface Way {
    LeadId go(Canary canary);
  }

  private final Map<String, Way> ways = Map.ofEntries(
      Map.entry("Event_MergedIntoKnownLead", this::comesTwice),
      Map.entry("Event_NotConfirmed", canary -> after(Duration.ofDays(8), start(canary.companyForm()))),
      Map.entry("Event_NotAFit", canary -> start(canary.form().interestedIn("demo"))),
      Map.entry("Event_NotAFitByRep", this::isTurnedDown),
      Map.entry("Event_NothingLeftToSend", canary -> until(Stage.QUIET, nurtured(canary))),
      Map.entry("Event_Unsubscribed", this::leaves),
      Map.entry("Event_NeverAgreed", this::neverAgrees),
      Map.entry("Event_GoneCold", canary -> until(Stage.GONE_COLD, nurtured(canary))),
      Map.entry("Event_Escalated", canary -> after(Duration.ofDays(7), called(canary))),
      Map.entry("Event_Customer", canary -> closed(canary, "WON")),
      Map.entry("Event_Lost", canary -> closed(canary, "LOST")),
      Map.entry("Event_NoFitAfterCall", canary -> closed(canary, "NO_FIT")));

  static Stream<String> ends() {
    return Bpmn.readModelFromFile(new File("bpmn/lead-lifecycle.bpmn"))
        .getModelElementsByType(EndEvent.class).stream()
        .map(EndEvent::getId);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void keepNothingOfAPersonButInOurTablesAndNothingThereWhenItIsErased(String end) {
    assertThat(ways).as("a way to every end").containsKey(end);
    Canary canary = Canary.in(DOMAINS.getOrDefault(end, "bau.example"));
    watched = canary;
    try (CapturedLog log = CapturedLog.begin()) {
      LeadId lead = ways.get(end).go(canary);

      assertThat(passed(end)).contains(lead.toString());
      assertThat(columns(canary, EveryColumn.ALL)).as("the search finds what is there").isNotEmpty();
      assertThat(columns(canary, table -> !isOurs(table))).isEmpty();
      assertThat(metricsWith(canary)).isEmpty();

      erase(lead);
      assertThat(columns(canary, table -> true)).isEmpty();
      assertThat(new EveryColumn(database).holding(List.of(lead.toString()), table -> true))
          .isEmpty();
      assertThat(log.hears()).isTrue();
      assertThat(log.linesWith(canary.words())).isEmpty();
    }
  }

  private LeadId comesTwice(Canary canary) {
    start(canary.companyForm());
    return start(canary.companyForm().with("role", "Chirps again " + canary.id()));
  }

  private LeadId isTurnedDown(Canary canary) {
    LeadId lead = start(canary.form().fromNoCompany().interestedIn("demo"));
    complete(lead, "Activity_QualifyLead", Map.of("fit", "NO_FIT", "reason", canary.note()));
    return lead;
  }

  private LeadId leaves(Canary canary) {
    LeadId lead = nurtured(canary);
    pass(Duration.ofDays(2));
    unsubscribe(lead);
    return lead;
  }

  private LeadId neverAgrees(Canary canary) {
    return researched(start(canary.form().fromCompany("Volieren").interestedIn(EBOOK)), canary);
  }

  private LeadId nurtured(Canary canary) {
    LeadId lead = start(canary.companyForm());
    confirm(lead);
    return researched(lead, canary);
  }

  private LeadId researched(LeadId lead, Canary canary) {
    complete(lead, "Activity_EnrichLead", Map.of("directDial", "+49 89 4711", "notes", canary.note()));
    return lead;
  }

  private LeadId called(Canary canary) {
    LeadId lead = nurtured(canary);
    does(lead, "demo");
    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
    return lead;
  }

  private LeadId closed(Canary canary, String outcome) {
    LeadId lead = called(canary);
    complete(lead, "Activity_ContactLead", Map.of("outcome", outcome, "note", canary.note()));
    return lead;
  }

  private LeadId after(Duration time, LeadId lead) {
    pass(time);
    return lead;
  }

  private LeadId until(Stage stage, LeadId lead) {
    passUntil(lead, stage);
    return lead;
  }

  private List<String> passed(String end) {
    return history.createHistoricActivityInstanceQuery().activityId(end).list().stream()
        .map(passed -> history.createHistoricProcessInstanceQuery()
            .processInstanceId(passed.getProcessInstanceId()).singleResult().getBusinessKey())
        .toList();
  }

  private Collection<String> columns(Canary canary, Predicate<String> tables) {
    return new EveryColumn(database).holding(canary.words(), tables);
  }

  private static boolean isOurs(String table) {
    return !table.startsWith("act_") && !table.startsWith("flyway_") && !table.equals("event_publication");
  }

  @Test
  void eraseBySectionsThatThereAre() {
    Map<String, Object> export = privacy.export(person(start(Canary.in("bau.example").companyForm())));

    assertThat(Tables.sections()).isNotEmpty()
        .allSatisfy(section -> assertThat(export).containsKey(section));
    assertThat(export.keySet()).startsWith("lead").endsWith("processes");
  }

  private List<String> metricsWith(Canary canary) {
    assertThat(meters.getMeters()).isNotEmpty();
    Stream<String> names = meters.getMeters().stream().map(Meter::getId).map(String::valueOf);
    return Stream.concat(names, prometheus.scrape().lines())
        .filter(line -> canary.words().stream().anyMatch(line::contains))
        .toList();
  }

  private Person person(LeadId lead) {
    return new Person(lead.value(), leads.get(lead).contact().email().value());
  }

  private void erase(LeadId lead) {
    privacy.erase(person(lead), Erasure.ON_REQUEST);
  }

  @Test
  void endTheProcessWithWhatPeopleWroteBesideIt() {
    Canary canary = Canary.in("bau.example");
    LeadId lead = start(canary.companyForm());
    confirm(lead);
    String process = running(lead).get(0).getId();
    String task = task(lead, "Activity_EnrichLead").getId();
    engineTasks.createComment(task, null, canary.note());
    engineTasks.createComment(task, process, canary.note());
    engineTasks.createAttachment(
        "note", task, process, canary.note(), null,
        new ByteArrayInputStream(canary.note().getBytes(StandardCharsets.UTF_8)));
    assertThat(columns(canary, EveryColumn.OF_THE_ENGINE)).hasSizeGreaterThan(2);

    Person person = person(lead);
    assertThat(privacy.export(person).get("processes").toString()).contains(canary.note());
    privacy.erase(person, Erasure.ON_REQUEST);
    privacy.erase(person, Erasure.ON_REQUEST);

    assertThat(leads.find(lead)).isEmpty();
    assertThat(running(lead)).isEmpty();
    assertThat(new EveryColumn(database).holding(List.of(lead.toString(), process), EveryColumn.OF_THE_ENGINE))
        .isEmpty();
    assertThat(columns(canary, table -> true)).isEmpty();
    doWhatIsDue();
    pass(Duration.ofDays(40));
    assertThat(columns(canary, table -> true)).isEmpty();
  }

  @Test
  void keepTheAddressSuppressedOnRequestOnly() {
    Canary asked = Canary.in("bau.example");
    Canary forgotten = Canary.in("bau.example");
    privacy.erase(person(start(asked.companyForm())), Erasure.ON_REQUEST);
    LeadId old = after(Duration.ofDays(8), start(forgotten.companyForm()));
    privacy.erase(person(old), Erasure.TIME_IS_UP);

    assertThat(rules(asked)).contains("Erased on request");
    assertThat(rules(forgotten)).doesNotContain("Erased on request");
  }

  private String rules(Canary canary) {
    return String.valueOf(privacy.export(new Person(UUID.randomUUID(), canary.address())).get("mails"));
  }

  @Test
  void letNoLateFactBringAnErasedLeadBack() {
    LeadId lead = start(Canary.in("bau.example").companyForm());
    erase(lead);

    List.of(new ConsentGiven(lead), new ConsentWithdrawn(lead), new LeadTurnedHot(lead), new NurtureChanged(lead),
            new LeadActive(lead), new ColdLeadActive(lead))
        .forEach(fact -> transaction.executeWithoutResult(tx -> events.publishEvent(fact)));

    Map<String, Object> late = Map.of("lead", lead.toString());
    for (String message : List.of("LeadCaptured", "ColdLeadActive")) {
      assertThatExceptionOfType(BadInput.class)
          .isThrownBy(() -> runtime.startProcessInstanceByMessage(message, lead.toString(), late))
          .withMessage("lead: is unknown");
    }
    assertThat(untold()).isZero();
    assertThat(running(lead)).isEmpty();
    assertThat(lives(lead)).isZero();
  }

  private long lives(LeadId lead) {
    return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(lead.toString()).count();
  }

  private long untold() {
    return jdbc.sql("select count(*) from event_publication").query(Long.class).single();
  }

  @Test
  void forgetWhatAProcessWasNotToldYet() {
    LeadId lead = start(Canary.in("bau.example").companyForm());
    jdbc.sql("insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)"
            + " values (?, 'x', 'x', ?, current_timestamp)")
        .params(UUID.randomUUID(), "{\"lead\":\"" + lead + "\"}").update();

    erase(lead);

    assertThat(untold()).isZero();
  }

  /** Whoever is first, nothing is left that belongs to nobody. */
  @Test
  void leaveNothingBehindWhenALeadActsWhileItIsErased() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(5);
    try {
      for (int round = 0; round < 10; round++) {
        LeadForm form = Canary.in("bau.example").companyForm();
        LeadId lead = start(form);
        Person person = person(lead);
        Callable<Object> erasing = () -> {
          privacy.erase(person, Erasure.ON_REQUEST);
          return "erased";
        };
        List<Callable<Object>> deeds = List.of(
            () -> begin(form),
            erasing,
            erasing,
            () -> begin(form.with("role", "Chirps")),
            () -> readsIfKnown(lead));
        for (Future<Object> deed : threads.invokeAll(deeds)) {
          assertThat(deed.get()).isNotNull();
        }
        doWhatIsDue();
      }
    } finally {
      threads.shutdown();
    }
    for (String table : List.of("activity", "score", "enrolment", "stage_change", "handover_call", "findings")) {
      assertThat(jdbc.sql("select count(*) from " + table + " where lead_id not in (select id from lead)")
          .query(Long.class).single()).as(table).isZero();
    }
    assertThat(untold()).isZero();
  }

  /** A captured form is never lost, and erasing never fails; who reads may hear that the lead is unknown. */
  private Object readsIfKnown(LeadId lead) {
    try {
      reads(lead, "demo");
      return "read";
    } catch (UnknownLead gone) {
      return gone;
    }
  }

  @Test
  void eraseInTheNextNightWhoDidNotConfirmForFourteenDays() {
    Canary canary = Canary.in("bau.example");
    LeadId lead = start(canary.companyForm());

    pass(Duration.ofDays(14).minusHours(1));
    assertThat(stage(lead)).isEqualTo(Stage.NOT_CONFIRMED);
    pass(Duration.ofDays(1));

    assertThat(leads.find(lead)).isEmpty();
    assertThat(leads.of(new EmailAddress(canary.address()))).isEmpty();
    assertThat(columns(canary, table -> true)).isEmpty();
  }

  @Test
  void keepAnUnconfirmedLeadThatCameBack() {
    Canary canary = Canary.in("bau.example");
    LeadId lead = start(canary.companyForm());
    pass(Duration.ofDays(13));
    start(canary.companyForm());
    assertThat(stage(lead)).isEqualTo(Stage.CONFIRMING);

    pass(Duration.ofDays(13));

    assertThat(leads.find(lead)).isPresent();
  }

  @Test
  void neverEraseByTimeWhoseLifeIsGoingOn() {
    LeadId lead = called(Canary.in("bau.example"));

    pass(Duration.ofDays(399));
    pass(Duration.ofDays(399));

    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
    assertThat(running(lead)).hasSize(1);
  }

  @Test
  void eraseAllOthersWhenOneCannotBeErasedAndSaySoInCockpit() {
    Canary canary = Canary.in("bau.example");
    LeadId stuck = start(canary.companyForm());
    List<LeadId> alsoStuck = companies(21);
    List<LeadId> others = companies(25);
    jdbc.sql("create table hindrance (email varchar(254) not null references lead (email))").update();
    jdbc.sql("insert into hindrance (email) select email from lead where id in (:stuck)")
        .param("stuck", Stream.concat(Stream.of(stuck), alsoStuck.stream()).map(LeadId::value).toList()).update();
    try (CapturedLog log = CapturedLog.begin()) {
      pass(Duration.ofDays(16));

      assertThat(others).allSatisfy(lead -> assertThat(leads.find(lead)).isEmpty());
      assertThat(leads.find(stuck)).isPresent();
      assertThat(lives(stuck)).isOne();
      assertThat(running("data-retention")).isPositive();
      assertThat(runtime.createIncidentQuery().activityId("Activity_EraseNext").list())
          .isNotEmpty()
          .allSatisfy(incident -> assertThat(incident.getIncidentMessage()).contains(stuck.toString()));
      assertThat(log.linesWith(List.of("could not be erased"))).isNotEmpty();
      assertThat(log.linesWith(canary.words())).isEmpty();
      assertThat(columns(canary, EveryColumn.OF_THE_ENGINE)).isEmpty();
    } finally {
      jdbc.sql("drop table hindrance").update();
    }

    management.createJobQuery().noRetriesLeft().list().stream().map(Job::getId)
        .forEach(job -> management.setJobRetries(job, 1));
    doWhatIsDue();
    assertThat(leads.find(stuck)).isEmpty();
    assertThat(running("data-retention")).isZero();
  }

  private List<LeadId> companies(int count) {
    return Stream.generate(() -> start(Canary.in("bau.example").companyForm())).limit(count).toList();
  }

  /** A database quotes what it refuses, and the engine keeps what a job says when it fails. */
  @Test
  void keepNothingOfAPersonInTheReasonOfAFailure() {
    Canary canary = Canary.in("bau.example");
    LeadId lead = start(canary.companyForm());
    confirm(lead);
    try (CapturedLog log = CapturedLog.begin()) {
      jdbc.sql("alter table lead add constraint hindrance check (stage <> 'NURTURED' or id <> '" + lead + "')")
          .update();
      complete(lead, "Activity_EnrichLead", Map.of("notes", canary.note()));
      pass(Duration.ofHours(1));

      assertThat(runtime.createIncidentQuery().activityId("Activity_ScoreLead").list()).isNotEmpty();
      assertThat(columns(canary, EveryColumn.OF_THE_ENGINE)).isEmpty();
      assertThat(log.linesWith(List.of("failed and will be tried again"))).isNotEmpty();
      assertThat(log.linesWith(canary.words())).isEmpty();
    } finally {
      jdbc.sql("alter table lead drop constraint hindrance").update();
    }
  }

  @Test
  void keepWhoCameBackJustWhenItsTimeWasUp() {
    LeadId lead = start(Canary.in("bau.example").companyForm());

    assertThatExceptionOfType(NeededAgain.class).isThrownBy(() -> privacy.erase(person(lead), Erasure.TIME_IS_UP));

    assertThat(running(lead)).hasSize(1);
    assertThat(mails.of(lead.toString())).isNotEmpty();
  }

  private long running(String process) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(process).count();
  }

  @Test
  void workOnceANight() {
    long before = nights();

    pass(Duration.ofDays(60));

    assertThat(nights() - before).isBetween(59L, 61L);
  }

  private long nights() {
    return history.createHistoricProcessInstanceQuery().processDefinitionKey("data-retention").count();
  }

  /** What somebody typed stands in the answer at most, never in the log. */
  @ParameterizedTest
  @MethodSource("wrongInputs")
  void logNothingOfWhatSomebodyTypedWrong(String path, String type, String body) throws Exception {
    Canary canary = Canary.in("bau.example");
    try (CapturedLog log = CapturedLog.begin()) {
      String typed = body.replace("@@", canary.note());
      web.perform(post(path).contentType(MediaType.parseMediaType(type)).content(typed));
      assertThat(log.linesWith(canary.words())).isEmpty();
    }
  }

  static Stream<Arguments> wrongInputs() {
    String json = "application/json";
    return Stream.of(
            List.of("/api/leads", json, "{\"email\": \"@@\"}"),
            List.of("/api/leads", json, "{\"email\": @@}"),
            List.of("/api/leads", json, "@@"),
            List.of("/api/leads", json, "{\"@@\": 1}"),
            List.of("/api/leads", json, "{\"email\": \"a@b.example\", \"employees\": \"@@\"}"),
            List.of("/api/leads", "text/plain", "@@"),
            List.of("/api/leads/4711@@/activities", json, "[{\"kind\": \"@@\"}]"),
            List.of("/forms/ebook-process-automation", "application/x-www-form-urlencoded", "email=@@&phone=@@"),
            List.of("/sandbox/api/clock", json, "{\"advance\": \"@@\"}"),
            List.of("/sandbox/api/clock", json, "@@"))
        .map(input -> Arguments.of(input.toArray()));
  }
}
