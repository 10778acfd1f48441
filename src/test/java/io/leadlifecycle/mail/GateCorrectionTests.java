package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.allowance;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.smtp.Answer.Kind;
import io.leadlifecycle.smtp.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** While a node is sending, the gate is closed to be safe; then it is exact, for those that came meanwhile too. */
class GateCorrectionTests {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LEASE = Duration.ofMinutes(5);

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void staysClosedForTheWindowAndTheLeaseIfTheNodeDies(DataSource database) {
    try (MailScenario scenario = MailScenario.on(database)) {
      Mails mails = scenario.node();
      Instant start = scenario.clock.instant();
      reserve(scenario, mails);
      mails.post(nurture("n:2"));
      mails.dispatch();

      assertThat(mails.find("n:2").orElseThrow().dueAt()).isEqualTo(start.plus(DAY).plus(LEASE));
      assertThat(allowance(mails, ANNA).next(start)).isEqualTo(start.plus(DAY.multipliedBy(2)).plus(LEASE));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void bringsMailsForwardThatWaitedForAReservation(DataSource database) {
    try (MailScenario scenario = MailScenario.on(database)) {
      Mails mails = scenario.node();
      Pass pass = reserve(scenario, mails);
      mails.post(nurture("n:2"));
      mails.dispatch();
      scenario.clock.tick(Duration.ofSeconds(3));
      Instant accepted = scenario.clock.instant();
      scenario.gate().settle(List.of(new Delivery(pass, Answer.ACCEPTED, accepted)), accepted);

      assertThat(mails.find("n:1").orElseThrow().sentAt()).isEqualTo(accepted);
      assertThat(mails.find("n:2").orElseThrow().dueAt()).isEqualTo(accepted.plus(DAY));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void letsWaitingMailsGoAtOnceIfNothingWasSent(DataSource database) {
    try (MailScenario scenario = MailScenario.on(database)) {
      Mails mails = scenario.node();
      Pass pass = reserve(scenario, mails);
      mails.post(nurture("n:2"));
      mails.dispatch();
      Instant now = scenario.clock.instant();
      scenario.gate().settle(List.of(new Delivery(pass, new Answer(Kind.REFUSED, "no"), now)), now);

      assertThat(mails.dispatch()).isEqualTo(1);
      assertThat(mails.find("n:2").orElseThrow().state()).isEqualTo(MailState.SENT);
    }
  }

  /** A node takes n:1 through the gate, and its server has not answered yet. */
  private static Pass reserve(MailScenario scenario, Mails mails) {
    mails.post(nurture("n:1"));
    DueMail claimed = scenario.claimByDyingNode();
    Instant now = scenario.clock.instant();
    return scenario.letThrough(claimed, now.plus(LEASE));
  }
}
