package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is still known of an address once nobody writes to it. */
class IdleGatesTests {

  private static final Duration MONTH = Duration.ofDays(30);

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
  void goOnceNoCapLooksBackToTheNewestMail(DataSource database) {
    scenario = MailScenario.on(database);
    Mails mails = scenario.node();
    mails.post(MailScenario.nurture("n:1"));
    mails.post(MailScenario.service("s:1"));
    mails.dispatch();
    scenario.clock.tick(MONTH.minusHours(1));
    scenario.idleGates().forget();
    assertThat(gates()).isEqualTo(2);

    scenario.clock.tick(Duration.ofHours(2));
    scenario.idleGates().forget();
    assertThat(gates()).isZero();

    mails.post(MailScenario.nurture("n:2"));
    mails.post(MailScenario.nurture("n:3"));
    mails.dispatch();
    assertThat(mails.find("n:2").orElseThrow().state()).isEqualTo(MailState.SENT);
    assertThat(mails.find("n:3").orElseThrow().state()).isEqualTo(MailState.DEFERRED);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void stayAsLongAsSomethingWasAskedFor(DataSource database) {
    scenario = MailScenario.on(database);
    Mails mails = scenario.node();
    mails.suppress("out@example.com", "Unsubscribed");
    mails.prefer("weekly@example.com", new Preference(Frequency.WEEKLY, null));
    mails.prefer("later@example.com", new Preference(null, scenario.clock.instant().plus(MONTH).plus(MONTH)));
    mails.prefer("again@example.com", new Preference(null, scenario.clock.instant().plusSeconds(1)));
    scenario.clock.tick(MONTH.plusHours(1));

    scenario.idleGates().forget();

    assertThat(gates()).isEqualTo(3);
    assertThat(mails.preference("weekly@example.com").frequency()).isEqualTo(Frequency.WEEKLY);
  }

  /** The gate is there when the reader asks, and gone when it is to be shut. */
  @ParameterizedTest
  @MethodSource("databases")
  void loseNothingThatIsAskedForWhileTheyGo(DataSource database) {
    scenario = MailScenario.on(database);
    scenario.node().prefer(ANNA, Preference.NONE);
    scenario.node(tidiedUpMeanwhile()).suppress(ANNA, "Unsubscribed");
    scenario.node().prefer("ben@example.com", Preference.NONE);
    scenario.node(tidiedUpMeanwhile()).prefer("ben@example.com", new Preference(Frequency.WEEKLY, null));

    Mails mails = scenario.node();
    mails.post(MailScenario.nurture("n:1"));
    mails.dispatch();
    assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.CANCELLED);
    assertThat(mails.preference("ben@example.com").frequency()).isEqualTo(Frequency.WEEKLY);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void areNotMadeForSomebodyWhoseTimeIsUp(DataSource database) {
    scenario = MailScenario.on(database);

    erase(Erasure.TIME_IS_UP);
    assertThat(gates()).isZero();
    erase(Erasure.ON_REQUEST);
    assertThat(gates()).isEqualTo(1);
  }

  private void erase(Erasure why) {
    MailPersonalData data = scenario.parts("1 per P1D", Checkpoints.NONE).personalData();
    scenario.transactions.executeWithoutResult(
        transaction -> data.erase(new Person(UUID.randomUUID(), ANNA), why));
  }

  private MailGateTable tidiedUpMeanwhile() {
    return new MailGateTable(scenario.named, new FirstInsert(scenario.named.getJdbcOperations())) {

      private boolean done;

      @Override
      Map<GateKey, Gate> ensure(Collection<GateKey> keys) {
        Map<GateKey, Gate> found = super.ensure(keys);
        if (!done) {
          done = true;
          CompletableFuture.runAsync(scenario.idleGates()::forget).join();
        }
        return found;
      }
    };
  }

  private long gates() {
    return scenario.jdbc.sql("select count(*) from mail_gate").query(Long.class).single();
  }
}
