package io.leadlifecycle.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestModules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgressTests {

  static List<TestModules> databases() {
    return TestModules.interest();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void countsEachLeadOnceWhereverItHasBeen(TestModules modules) {
    Instant since = fromNowOn(modules);
    lead(modules, Stage.CONFIRMING);
    lead(modules, Stage.QUALIFYING, Stage.NOT_A_FIT);
    LeadId won = lead(
        modules, Stage.CONFIRMING, Stage.QUALIFYING, Stage.NURTURED, Stage.CALLING, Stage.NURTURED, Stage.CALLING,
        Stage.CUSTOMER);
    leads(modules).judge(won, Fit.GOOD_FIT, "Right size", null);

    assertThat(leads(modules).progressOfThoseCapturedSince(since)).isEqualTo(new Progress(3, 2, 1, 1, 1, 1));
    assertThat(leads(modules).capturedSince(since)).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void leavesOutWhoWasCapturedBefore(TestModules modules) {
    LeadId before = lead(modules, Stage.QUALIFYING);
    Instant since = fromNowOn(modules);
    leads(modules).enter(before, Stage.CALLING);

    assertThat(leads(modules).progressOfThoseCapturedSince(since)).isEqualTo(new Progress(0, 0, 0, 0, 0, 0));
    assertThat(leads(modules).capturedSince(since)).isZero();
  }

  private static Instant fromNowOn(TestModules modules) {
    modules.clock().tick(Duration.ofDays(1));
    return modules.clock().instant();
  }

  private static LeadId lead(TestModules modules, Stage... stages) {
    LeadId lead = modules.lead();
    for (Stage stage : stages) {
      leads(modules).enter(lead, stage);
    }
    return lead;
  }

  private static Leads leads(TestModules modules) {
    return modules.get(Leads.class);
  }
}
