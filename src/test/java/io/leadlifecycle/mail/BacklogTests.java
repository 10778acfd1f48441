package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.nurture;
import static io.leadlifecycle.mail.MailScenario.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators are told of mails that are due. */
class BacklogTests {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private MailScenario scenario;

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  @AfterEach
  void close() {
    scenario.close();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void tellsHowManyAreDueAndForHowLong(DataSource database) {
    scenario = MailScenario.on(database);
    Mails mails = scenario.node();
    mails.post(nurture("n:1"));
    mails.post(nurture("n:2"));
    mails.postpone("n:1", scenario.clock.instant().plus(Duration.ofMinutes(10)), "Waits");
    mails.postpone("n:2", scenario.clock.instant().plus(Duration.ofMinutes(50)), "Waits");
    mails.post(service("s:1"));
    bind();
    assertThat(value("leads.mails.due", "nurture")).isZero();
    assertThat(value("leads.mails.due.age", "nurture")).isZero();

    scenario.clock.tick(Duration.ofMinutes(30));
    assertThat(value("leads.mails.due", "nurture")).isEqualTo(1);
    assertThat(value("leads.mails.due.age", "nurture")).isEqualTo(20 * 60);
    assertThat(value("leads.mails.due", "service")).isEqualTo(1);
    assertThat(value("leads.mails.due.age", "service")).isEqualTo(30 * 60);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void asksTheDatabaseNoMoreOftenThanEveryQuarterOfAMinute(DataSource database) {
    scenario = MailScenario.on(database);
    bind();
    assertThat(value("leads.mails.due", "service")).isZero();

    scenario.node().post(service("s:1"));
    scenario.clock.tick(Duration.ofSeconds(14));
    assertThat(value("leads.mails.due", "service")).isZero();
    scenario.clock.tick(Duration.ofSeconds(1));
    assertThat(value("leads.mails.due", "service")).isEqualTo(1);
  }

  private void bind() {
    MailLedgerTable ledger = new MailLedgerTable(
        scenario.jdbc, scenario.named, new FirstInsert(scenario.named.getJdbcOperations()),
        new Variables(MailScenario.settings("1 per P1D")));
    new Backlog(ledger, new CommonTime(scenario.named, scenario.clock)).bindTo(meters);
  }

  private double value(String name, String mailClass) {
    return meters.get(name).tag("class", mailClass).gauge().value();
  }
}
