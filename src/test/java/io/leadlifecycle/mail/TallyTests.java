package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of what becomes of mails, also of those that no wave takes along. */
class TallyTests {

  private static final Duration DAY = Duration.ofDays(1);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private MailScenario scenario;
  private Mails mails;

  @BeforeEach
  void count() {
    Metrics.addRegistry(meters);
    scenario = MailScenario.on(TestDatabases.h2());
    mails = scenario.node();
  }

  @AfterEach
  void countNoMore() {
    scenario.close();
    Metrics.removeRegistry(meters);
  }

  @Test
  void countsEachTimeThatSomebodyPutsAMailOff() {
    mails.post(nurture("n:1"));

    assertThat(mails.postpone("n:1", scenario.clock.instant().plus(DAY), "Paused")).isTrue();
    assertThat(count("deferred")).isEqualTo(1);
    assertThat(mails.postpone("n:1", scenario.clock.instant(), "Paused")).isFalse();
    assertThat(count("deferred")).isEqualTo(1);
    assertThat(mails.postpone("n:1", scenario.clock.instant().plus(DAY.multipliedBy(2)), "Paused")).isTrue();
    assertThat(count("deferred")).isEqualTo(2);
  }

  @Test
  void countsWhatAWishMakesStale() {
    mails.post(nurture("n:1"));
    mails.post(MailScenario.expiring("n:2", scenario.clock.instant().plus(DAY.multipliedBy(3))));
    mails.post(nurture("n:3"));
    mails.dispatch();
    assertThat(count("expired")).isZero();

    mails.prefer(ANNA, new Preference(Frequency.MONTHLY, null));

    assertThat(count("expired")).isEqualTo(1);
  }

  private double count(String state) {
    return meters.find("leads.mails").tag("class", "nurture").tag("state", state).counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }
}
