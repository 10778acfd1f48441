package io.leadlifecycle.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.limits.Alarm;
import io.leadlifecycle.limits.Limit;
import io.leadlifecycle.limits.Limits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OptInLimitsTests {

  private static final Limit PLENTY = Limit.valueOf("1000/PT1H");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final String domain = UUID.randomUUID() + ".example";

  static List<TestModules> databases() {
    return TestModules.intake();
  }

  /** What was counted for other tests is over. */
  @BeforeEach
  void beginAnHourAnew() {
    databases().forEach(intake -> intake.clock().tick(Duration.ofHours(1)));
  }

  private OptInLimits limits(TestModules intake, Limit perDomain, Limit perFreeMailDomain, Limit all) {
    ConsentSettings settings = new ConsentSettings(
        "", "", "", Duration.ofDays(7), Duration.ofDays(1), 2, List.of(perDomain), List.of(perFreeMailDomain),
        List.of(all), "", List.of(), 3, 5, Duration.ofDays(30));
    return new OptInLimits(intake.get(Limits.class), intake.get(Alarm.class), settings, meters);
  }

  private static EmailAddress somebodyAt(String domain) {
    return new EmailAddress(UUID.randomUUID() + "@" + domain);
  }

  private double left(String reason) {
    return meters.counter("leads.consent.unasked", "reason", reason).count();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void askNoMoreOfOneDomainThanItsPeopleWouldBearWhateverTheWayIn(TestModules intake) {
    OptInLimits limits = limits(intake, Limit.valueOf("2/PT1H"), PLENTY, PLENTY);
    assertThat(limits.admit(somebodyAt(domain))).isTrue();
    assertThat(limits.admit(somebodyAt(domain))).isTrue();
    assertThat(limits.admit(somebodyAt(domain))).isFalse();
    assertThat(limits.admit(somebodyAt("other-" + domain))).isTrue();
    assertThat(left("too many of one domain")).isEqualTo(1);
  }

  @Test
  void letMorePeopleShareAProviderOfFreeMail() {
    OptInLimits limits = limits(databases().get(0), Limit.valueOf("1/PT1H"), PLENTY, PLENTY);
    assertThat(limits.admit(somebodyAt("gmail.com"))).isTrue();
    assertThat(limits.admit(somebodyAt("gmail.com"))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void askNoMoreInAllThanTheCeilingAndCallForHelpOnceAnHour(TestModules intake, CapturedOutput log) {
    OptInLimits limits = limits(intake, PLENTY, PLENTY, Limit.valueOf("1/PT1H"));
    assertThat(limits.admit(somebodyAt(domain))).isTrue();
    assertThat(limits.admit(somebodyAt(domain))).isFalse();
    assertThat(limits.admit(somebodyAt(domain))).isFalse();
    assertThat(left("too many")).isEqualTo(2);
    assertThat(log.getAll().split("More opt-in mails than", -1)).as("one call").hasSize(2);
    assertThat(log.getAll()).doesNotContain(domain);

    intake.clock().tick(Duration.ofHours(1));
    assertThat(limits.admit(somebodyAt(domain))).isTrue();
  }

  @Test
  void countWhatOneMailboxWasSpared() {
    OptInLimits limits = limits(databases().get(0), PLENTY, PLENTY, PLENTY);
    assertThat(limits.admit(new EmailAddress("erika@" + domain))).isTrue();
    assertThat(limits.admit(new EmailAddress("erika+news@" + domain))).isFalse();
    assertThat(left("too many of one")).isEqualTo(1);
  }
}
