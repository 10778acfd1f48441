package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

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
      reserve(scenario, database, mails);
      mails.post(nurture("n:2"));
      mails.dispatch();

      assertThat(mails.find("n:2").orElseThrow().dueAt()).isEqualTo(start.plus(DAY).plus(LEASE));
      assertThat(mails.nextAllowed(ANNA, start)).isEqualTo(start.plus(DAY.multipliedBy(2)).plus(LEASE));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void bringsMailsForwardThatWaitedForAReservation(DataSource database) {
    try (MailScenario scenario = MailScenario.on(database)) {
      Mails mails = scenario.node();
      MailGate gate = gate(scenario, database);
      MailGate.Pass pass = reserve(scenario, database, mails);
      mails.post(nurture("n:2"));
      mails.dispatch();
      scenario.clock.tick(Duration.ofSeconds(3));
      Instant accepted = scenario.clock.instant();
      gate.settle(pass, Turn.sent(accepted), accepted);

      assertThat(mails.find("n:1").orElseThrow().sentAt()).isEqualTo(accepted);
      assertThat(mails.find("n:2").orElseThrow().dueAt()).isEqualTo(accepted.plus(DAY));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void letsWaitingMailsGoAtOnceIfNothingWasSent(DataSource database) {
    try (MailScenario scenario = MailScenario.on(database)) {
      Mails mails = scenario.node();
      MailGate.Pass pass = reserve(scenario, database, mails);
      mails.post(nurture("n:2"));
      mails.dispatch();
      gate(scenario, database).settle(pass, Turn.failed("refused"), scenario.clock.instant());

      assertThat(mails.dispatch()).isEqualTo(1);
      assertThat(mails.find("n:2").orElseThrow().state()).isEqualTo(MailState.SENT);
    }
  }

  /** A node takes n:1 through the gate, and its server has not answered yet. */
  private static MailGate.Pass reserve(MailScenario scenario, DataSource database, Mails mails) {
    mails.post(nurture("n:1"));
    DueMail claimed = scenario.claimByDyingNode();
    return gate(scenario, database).letThrough(claimed, scenario.clock.instant()).orElseThrow();
  }

  private static MailGate gate(MailScenario scenario, DataSource database) {
    FirstInsert firstInsert = new FirstInsert(new JdbcTemplate(database));
    return new MailGate(
        new MailGateTable(scenario.jdbc, firstInsert),
        new MailLedgerTable(scenario.jdbc, firstInsert),
        scenario.claims(),
        MailScenario.settings(MailScenario.relay(1)),
        scenario.transactions);
  }
}
