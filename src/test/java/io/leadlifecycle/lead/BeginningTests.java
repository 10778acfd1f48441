package io.leadlifecycle.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestModules;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A lead has one process at a time, whether it begins with the lead or later. */
class BeginningTests {

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void letsOneProcessBeginWithTheLead(TestModules modules) {
    Leads leads = modules.get(Leads.class);
    LeadId lead = modules.transaction().execute(status -> {
      LeadId made = modules.lead();
      assertThat(leads.isRunning(made)).isFalse();
      assertThat(leads.mayBegin(made)).isTrue();
      assertThat(leads.begin(made)).isTrue();
      assertThat(leads.isRunning(made)).isTrue();
      assertThat(leads.begin(made)).isFalse();
      return made;
    });
    assertThat(leads.isRunning(lead)).isTrue();
    assertThat(leads.begin(lead)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void letsOneProcessBeginLater(TestModules modules) {
    Leads leads = modules.get(Leads.class);
    LeadId lead = modules.lead();
    assertThat(leads.isRunning(lead)).isFalse();
    assertThat(leads.mayBegin(lead)).isTrue();
    assertThat(leads.begin(lead)).isTrue();
    assertThat(leads.begin(lead)).isFalse();
  }

  /** Which is read again then. */
  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void letsOneProcessBeginWithALeadThatWasLockedWithOthers(TestModules modules) {
    Leads leads = modules.get(Leads.class);
    LeadId lead = modules.transaction().execute(status -> {
      LeadId made = modules.lead();
      leads.lock(Set.of(made, modules.lead()));
      assertThat(leads.begin(made)).isTrue();
      return made;
    });
    assertThat(leads.begin(lead)).isFalse();
  }

  /** A model that does not ask whether it may begin. */
  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void isRunningInTheStageThatItEntersAtOnce(TestModules modules) {
    Leads leads = modules.get(Leads.class);
    LeadId lead = modules.transaction().execute(status -> {
      LeadId made = modules.lead();
      leads.enter(made, Stage.QUALIFYING);
      return made;
    });
    assertThat(leads.mayBegin(lead)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void letsTheNextProcessBeginWhenOneHasLeft(TestModules modules) {
    Leads leads = modules.get(Leads.class);
    modules.transaction().executeWithoutResult(status -> {
      LeadId lead = modules.lead();
      assertThat(leads.begin(lead)).isTrue();
      leads.leave(lead);
      assertThat(leads.mayBegin(lead)).isTrue();
      assertThat(leads.begin(lead)).isTrue();
    });
  }
}
