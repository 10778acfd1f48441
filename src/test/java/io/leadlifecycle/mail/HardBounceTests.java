package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.TIMEOUT;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static io.leadlifecycle.mail.MailScenario.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.smtp.Fault;
import io.leadlifecycle.smtp.FaultyServer;
import io.leadlifecycle.smtp.Phase;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses behind which there is nobody get no second nurture mail; addresses of others do. */
class HardBounceTests {

  private final FaultyServer server = new FaultyServer(new TickingClock(), TIMEOUT.plusMillis(200));
  private MailScenario scenario;

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  private Mails mailsOn(DataSource database) {
    scenario = MailScenario.on(database, server);
    return scenario.node();
  }

  @AfterEach
  void close() {
    scenario.close();
    server.close();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sendsNothingMoreToAMailboxThatDoesNotExist(DataSource database) {
    Mails mails = mailsOn(database);
    server.refuseRecipients("550 5.1.1 <anna@example.com>: no such user");
    mails.post(nurture("n:1"));
    mails.post(nurture("n:2"));
    mails.dispatch();
    server.behave();
    mails.post(nurture("n:3"));
    mails.dispatch();

    assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.FAILED);
    assertThat(Stream.of("n:2", "n:3").map(key -> mails.find(key).orElseThrow())).allSatisfy(mail -> {
      assertThat(mail.state()).isEqualTo(MailState.CANCELLED);
      assertThat(mail.reason()).isEqualTo("No mail may go to this address: Hard bounce 5.1.1");
    });
  }

  @ParameterizedTest
  @MethodSource("databases")
  void learnsItFromAMailThatWasAskedForToo(DataSource database) {
    Mails mails = mailsOn(database);
    server.refuseRecipients("550 no mailbox here");
    mails.post(service("s:1"));
    mails.dispatch();
    server.behave();
    mails.post(nurture("n:1"));
    mails.post(nurture("n:other", "ben@example.com"));
    mails.dispatch();

    assertThat(mails.find("n:1").orElseThrow().reason()).endsWith("Hard bounce 550");
    assertThat(mails.find("n:other").orElseThrow().state()).isEqualTo(MailState.SENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "550 5.1.1 unknown", "550 5.1.2 no such host", "553 5.1.3 bad", "551 5.1.6 moved", "550 5.1.10 null MX",
    "550 unknown user", "551 user not local", "553 mailbox name not allowed"
  })
  void knowsTheAnswersThatMeanNobody(String answer) {
    assertThat(afterRefusalAtRcpt(answer)).isEqualTo(MailState.CANCELLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "550 5.7.1 blocked by policy", "554 5.7.26 not authenticated", "552 5.2.2 mailbox full", "550 5.1.8 bad sender",
    "550 5.4.1 access denied", "550 relaying denied", "550 you are on a blacklist", "554 no", "501 syntax"
  })
  void doesNotTakeADislikeOfTheSenderForIt(String answer) {
    assertThat(afterRefusalAtRcpt(answer)).isEqualTo(MailState.SENT);
  }

  private MailState afterRefusalAtRcpt(String answer) {
    Mails mails = mailsOn(TestDatabases.h2());
    server.refuseRecipients(answer);
    mails.post(nurture("n:1"));
    mails.dispatch();
    assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.FAILED);
    server.behave();
    mails.post(nurture("n:2"));
    mails.dispatch();
    return mails.find("n:2").orElseThrow().state();
  }

  /** What is refused after all of the mail was seen may be about its content. */
  @ParameterizedTest
  @CsvSource({"MAIL", "DATA", "DOT"})
  void holdsNoOtherRefusalAgainstTheAddress(Phase phase) {
    Mails mails = mailsOn(TestDatabases.h2());
    server.refuseRecipients("550 5.1.1 nobody").misbehave(phase, Fault.REFUSAL);
    mails.post(nurture("n:1"));
    mails.dispatch();
    server.behave();
    mails.post(nurture("n:2", ANNA));
    scenario.clock.tick(Duration.ofDays(2));
    mails.dispatch();

    assertThat(mails.find("n:2").orElseThrow().state()).isNotEqualTo(MailState.CANCELLED);
  }
}
