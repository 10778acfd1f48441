package io.leadlifecycle.scoring;

import static io.leadlifecycle.activity.ActivityKind.DEMO_REQUEST;
import static io.leadlifecycle.activity.ActivityKind.DOWNLOAD;
import static io.leadlifecycle.activity.ActivityKind.PAGE_VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadlifecycle.AtOnce;
import io.leadlifecycle.TestModules;
import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.activity.ContentStage;
import io.leadlifecycle.activity.Deed;
import io.leadlifecycle.activity.NewActivity;
import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScoringTests {

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void keepsTheScoreWithEachActivity(TestModules modules) {
    LeadId lead = modules.lead("bau.example", null, "CEO");
    did(modules, lead, DOWNLOAD);
    assertThat(row(modules, lead))
        .containsEntry("engagement", 10.0)
        .containsEntry("fit_points", 5)
        .containsEntry("temperature", "WARM")
        .containsEntry(
            "parts", "[{\"what\":\"Download, decision\",\"count\":1,\"points\":10.0,\"capped\":false}]");
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void tellsTheScoreAsOfNowWithoutKeepingIt(TestModules modules) {
    LeadId lead = modules.lead();
    did(modules, lead, DOWNLOAD);
    modules.clock().tick(Duration.ofDays(21));
    assertThat(scoring(modules).of(lead).engagement()).isEqualTo(5);
    assertThat(row(modules, lead)).containsEntry("engagement", 10.0);
    assertThat(scoring(modules).score(lead)).isEqualTo("COLD");
    assertThat(row(modules, lead)).containsEntry("engagement", 5.0).containsEntry("temperature", "COLD");
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void scoresALeadThatDidNothing(TestModules modules) {
    LeadId lead = modules.lead();
    assertThat(scoring(modules).of(lead).temperature()).isEqualTo(Temperature.COLD);
    assertThat(scoring(modules).score(lead)).isEqualTo("COLD");
    assertThat(scoring(modules).priority(lead)).isEqualTo(25);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void tellsTheTurnToHotOnce(TestModules modules) {
    LeadId lead = modules.lead();
    did(modules, lead, PAGE_VIEW);
    assertThat(turns(modules, lead)).isZero();
    did(modules, lead, DEMO_REQUEST);
    assertThat(turns(modules, lead)).isEqualTo(1);
    did(modules, lead, DEMO_REQUEST);
    scoring(modules).score(lead);
    assertThat(turns(modules, lead)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void remembersTheLastScoreAlsoInTheTransactionThatMadeTheLead(TestModules modules) {
    LeadId lead = modules.transaction().execute(status -> {
      LeadId made = modules.lead();
      assertThat(scoring(modules).score(made)).isEqualTo("COLD");
      did(modules, made, DEMO_REQUEST);
      did(modules, made, DEMO_REQUEST);
      return made;
    });
    assertThat(turns(modules, lead)).isEqualTo(1);
    assertThat(row(modules, lead)).containsEntry("temperature", "HOT");
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void scoresLeadsThatAreReportedTogether(TestModules modules) {
    LeadId known = modules.lead();
    LeadId hot = modules.lead();
    LeadId quiet = modules.lead();
    did(modules, known, PAGE_VIEW);
    scoring(modules).settle(known);
    modules.clock().tick(Duration.ofMinutes(1));
    modules.get(Activities.class).record(List.of(
        deed(known, PAGE_VIEW), deed(hot, DEMO_REQUEST), deed(quiet, DOWNLOAD), deed(hot, DEMO_REQUEST)));
    assertThat(turns(modules, hot)).isEqualTo(1);
    assertThat(turns(modules, known) + turns(modules, quiet)).isZero();
    assertThat(row(modules, hot)).containsEntry("temperature", "HOT");
    assertThat(row(modules, quiet)).containsEntry("engagement", 10.0);
    assertThat(row(modules, known).get("settled_at")).isNotNull();
    assertThat(scoring(modules).of(known).parts()).extracting(Score.Part::count).containsExactly(2);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void tellsTheTurnToHotOnceThoughManyRequestsComeAtOnce(TestModules modules) throws Exception {
    for (int round = 0; round < 5; round++) {
      LeadId lead = modules.lead();
      AtOnce.run(6, thread -> did(modules, lead, DEMO_REQUEST));
      assertThat(turns(modules, lead)).isEqualTo(1);
      assertThat(scoring(modules).of(lead).parts()).extracting(Score.Part::count).containsExactly(6);
    }
  }

  /** Each of two downloads alone leaves the lead warm; neither may miss the other. */
  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void missesNoTurnThatTwoActivitiesMakeTogether(TestModules modules) throws Exception {
    for (int round = 0; round < 10; round++) {
      LeadId lead = modules.lead();
      modules.get(Leads.class).judge(lead, Fit.GOOD_FIT, "test", null);
      AtOnce.run(2, thread -> did(modules, lead, DOWNLOAD));
      assertThat(turns(modules, lead)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void forgetsWhatWasRolledBack(TestModules modules) {
    LeadId lead = modules.lead();
    modules.transaction().executeWithoutResult(transaction -> {
      did(modules, lead, DEMO_REQUEST);
      transaction.setRollbackOnly();
    });
    assertThat(scoring(modules).of(lead).parts()).isEmpty();
    did(modules, lead, DEMO_REQUEST);
    assertThat(scoring(modules).score(lead)).isEqualTo("HOT");
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void turnsHotAgainByANewRequestAfterACall(TestModules modules) {
    LeadId lead = modules.lead();
    did(modules, lead, DEMO_REQUEST);
    modules.clock().tick(Duration.ofHours(3));
    scoring(modules).settle(lead);
    assertThat(scoring(modules).of(lead).temperature()).isEqualTo(Temperature.WARM);
    modules.clock().tick(Duration.ofDays(1));
    did(modules, lead, PAGE_VIEW);
    assertThat(turns(modules, lead)).isEqualTo(1);
    did(modules, lead, DEMO_REQUEST);
    assertThat(turns(modules, lead)).isEqualTo(2);
    assertThat(scoring(modules).score(lead)).isEqualTo("HOT");
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void settlesALeadThatWasNeverScored(TestModules modules) {
    LeadId lead = modules.lead();
    scoring(modules).settle(lead);
    assertThat(row(modules, lead).get("temperature")).isEqualTo("COLD");
    assertThat(row(modules, lead).get("settled_at")).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void putsTheTasksOfAGoodFitFirst(TestModules modules) {
    LeadId good = modules.lead();
    LeadId low = modules.lead();
    modules.get(Leads.class).judge(good, Fit.GOOD_FIT, "test", null);
    modules.get(Leads.class).judge(low, Fit.LOW_CHANCE, "test", null);
    did(modules, low, DEMO_REQUEST);
    assertThat(scoring(modules).priority(good)).isGreaterThan(scoring(modules).priority(low));
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void refusesAnUnknownLead(TestModules modules) {
    assertThatExceptionOfType(UnknownLead.class).isThrownBy(() -> scoring(modules).score(LeadId.next()));
    assertThatExceptionOfType(UnknownLead.class).isThrownBy(() -> scoring(modules).of(LeadId.next()));
    assertThatExceptionOfType(UnknownLead.class).isThrownBy(() -> scoring(modules).settle(LeadId.next()));
  }

  private static boolean did(TestModules modules, LeadId lead, ActivityKind kind) {
    return modules.get(Activities.class).record(List.of(deed(lead, kind))) > 0;
  }

  private static Deed deed(LeadId lead, ActivityKind kind) {
    return new Deed(
        lead, new NewActivity(UUID.randomUUID().toString(), kind, null, ContentStage.DECISION, null, null));
  }

  private static Scoring scoring(TestModules modules) {
    return modules.get(Scoring.class);
  }

  private static long turns(TestModules modules, LeadId lead) {
    return modules.published(LeadTurnedHot.class).stream().filter(turn -> turn.lead().equals(lead)).count();
  }

  private static Map<String, Object> row(TestModules modules, LeadId lead) {
    return modules.get(JdbcClient.class)
        .sql("select * from score where lead_id = ?")
        .param(lead.value())
        .query()
        .singleRow();
  }
}
