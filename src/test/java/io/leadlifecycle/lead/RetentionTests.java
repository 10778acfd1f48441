package io.leadlifecycle.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.privacy.Expiring;
import io.leadlifecycle.privacy.Person;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How long leads are kept, by where their process ended. */
class RetentionTests {

  static Stream<Arguments> ends() {
    return TestModules.interest().stream().flatMap(modules -> Stream.of(
        Arguments.of(modules, Stage.NEVER_AGREED, 90),
        Arguments.of(modules, Stage.NOT_A_FIT, 180),
        Arguments.of(modules, Stage.UNSUBSCRIBED, 30),
        Arguments.of(modules, Stage.LOST, 365),
        Arguments.of(modules, Stage.GONE_COLD, 365)));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void keepsALeadForAsLongAsItsEndSays(TestModules modules, Stage end, int days) {
    LeadId lead = ended(modules, end);

    modules.clock().tick(Duration.ofDays(days).minusSeconds(1));
    assertThat(isUp(modules, lead)).isFalse();
    modules.clock().tick(Duration.ofSeconds(1));
    assertThat(isUp(modules, lead)).isTrue();
  }

  static List<TestModules> databases() {
    return TestModules.interest();
  }

  /**
   * Somebody else may have typed the address, so the time counts from the question, not from the end of waiting.
   */
  @ParameterizedTest
  @MethodSource("databases")
  void countsFromTheLastQuestionWhereNobodyConfirmed(TestModules modules) {
    LeadId lead = modules.lead();
    Leads leads = modules.get(Leads.class);
    leads.begin(lead);
    leads.enter(lead, Stage.CONFIRMING);
    modules.clock().tick(Duration.ofDays(7));
    leads.enter(lead, Stage.NOT_CONFIRMED);

    modules.clock().tick(Duration.ofDays(7).minusSeconds(1));
    assertThat(isUp(modules, lead)).isFalse();
    modules.clock().tick(Duration.ofSeconds(1));
    assertThat(isUp(modules, lead)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keepsCustomersAndWhoseLifeIsGoingOn(TestModules modules) {
    LeadId customer = ended(modules, Stage.CUSTOMER);
    LeadId nurtured = modules.lead();
    modules.get(Leads.class).begin(nurtured);
    modules.get(Leads.class).enter(nurtured, Stage.NURTURED);
    LeadId back = ended(modules, Stage.LOST);
    modules.get(Leads.class).begin(back);

    modules.clock().tick(Duration.ofDays(4_000));

    assertThat(List.of(customer, nurtured, back)).noneMatch(lead -> isUp(modules, lead));
  }

  /** Nobody's process ends so; but what is left of one that was deleted must not stay for ever. */
  @ParameterizedTest
  @MethodSource("databases")
  void forgetsWhoseProcessWasDeletedOnItsWay(TestModules modules) {
    LeadId lead = modules.lead();
    Leads leads = modules.get(Leads.class);
    leads.begin(lead);
    leads.enter(lead, Stage.RESEARCHING);
    leads.leave(lead);

    modules.clock().tick(Duration.ofDays(179));
    assertThat(isUp(modules, lead)).isFalse();
    modules.clock().tick(Duration.ofDays(1));
    assertThat(isUp(modules, lead)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void namesEachOnceInPages(TestModules modules) {
    Stream.of(Stage.LOST, Stage.NOT_A_FIT, Stage.LOST, Stage.UNSUBSCRIBED).forEach(end -> ended(modules, end));
    modules.clock().tick(Duration.ofDays(400));
    List<Person> all = modules.get(Expiring.class).timeIsUp(null, 1_000);

    Person last = null;
    for (Person expected : all) {
      assertThat(modules.get(Expiring.class).timeIsUp(last, 1)).containsExactly(expected);
      last = expected;
    }
    assertThat(modules.get(Expiring.class).timeIsUp(last, 1)).isEmpty();
    assertThat(all).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void decidesAboutEveryStage(Stage stage) {
    Duration year = Duration.ofDays(365);
    RetentionSettings settings = new RetentionSettings(year, year, year, year, year, year, null, year);

    assertThat(settings.byStage().containsKey(stage)).isEqualTo(stage != Stage.CUSTOMER);
  }

  @Test
  void refusesATimeThatIsNone() {
    Duration year = Duration.ofDays(365);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionSettings(year, year, year, year, Duration.ZERO, year, null, year))
        .withMessageContaining("leads.privacy.retention");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionSettings(year, year, year, year, year, year, Duration.ofDays(-1), year));
  }

  private static LeadId ended(TestModules modules, Stage end) {
    LeadId lead = modules.lead();
    modules.get(Leads.class).begin(lead);
    modules.get(Leads.class).enter(lead, end);
    return lead;
  }

  private static boolean isUp(TestModules modules, LeadId lead) {
    UUID before = new UUID(lead.value().getMostSignificantBits(), lead.value().getLeastSignificantBits() - 1);
    return modules.get(Expiring.class).timeIsUp(new Person(before, ""), 1).stream()
        .anyMatch(person -> person.lead().equals(lead.value()));
  }
}
