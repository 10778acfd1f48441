package io.leadlifecycle.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestModules;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A lead has one process at a time, whether it begins with the lead or later. */
class BeginningTests {

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void letsOneProcessBeginWithTheLead(TestModules modules) {
    Leads leads = modules.get(Leads.class);
    LeadId lead = lead(modules, made -> {
      assertThat(leads.isRunning(made)).isFalse();
      assertThat(leads.mayBegin(made)).isTrue();
      assertThat(leads.begin(made)).isTrue();
      assertThat(leads.isRunning(made)).isTrue();
      assertThat(leads.begin(made)).isFalse();
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
    LeadId lead = lead(modules, made -> {
      leads.lock(Set.of(made, modules.lead()));
      assertThat(leads.begin(made)).isTrue();
    });
    assertThat(leads.begin(lead)).isFalse();
  }

  /** A model that does not ask whether it may begin. */
  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void isRunningInTheStageThatItEntersAtOnce(TestModules modules) {
    Leads leads = modules.get(Leads.class);
    LeadId lead = lead(modules, made -> leads.enter(made, Stage.QUALIFYING));
    assertThat(leads.mayBegin(lead)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void letsTheNextProcessBeginWhenOneHasLeft(TestModules modules) {
    Leads leads = modules.get(Leads.class);
    LeadId lead = lead(modules, made -> {
      assertThat(leads.begin(made)).isTrue();
      leads.leave(made);
      assertThat(leads.mayBegin(made)).isTrue();
      assertThat(leads.begin(made)).isTrue();
    });
    assertThat(leads.isRunning(lead)).isTrue();
  }

  /** A new one, with which this was done in the transaction that made it. */
  private static LeadId lead(TestModules modules, Consumer<LeadId> meanwhile) {
    return modules.transaction().execute(status -> {
      LeadId made = modules.lead();
      meanwhile.accept(made);
      return made;
    });
  }
}
