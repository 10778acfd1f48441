package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static io.leadlifecycle.mail.MailScenario.service;
import static io.leadlifecycle.mail.MisbehavingServer.HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.mail.MisbehavingServer.Phase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.EnumSource;

class SmtpFaultTests {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @ParameterizedTest
  @CsvSource({
    "GREETING, 421 too busy",
    "GREETING, 554 go away",
    "EHLO, 421 too busy",
    "MAIL, 451 try later",
    "RCPT, 450 greylisted",
    "DATA, 452 disk full",
    "DOT, 451 scanner is down"
  })
  void triesAgainAndLeavesTheGateOpenWhenTheServerSaysNotNow(Phase phase, String answer) {
    assertComesBackInAMinute(phase, answer);
  }

  @ParameterizedTest
  @EnumSource(value = Phase.class, mode = Mode.EXCLUDE, names = "DOT")
  void triesAgainWhenTheServerHangsUpBeforeTheFinalDot(Phase phase) {
    assertComesBackInAMinute(phase, HANG_UP);
  }

  private static void assertComesBackInAMinute(Phase phase, String answer) {
    try (MisbehavingServer server = new MisbehavingServer(phase, answer);
        MailScenario scenario = MailScenario.on(TestDatabases.h2(), server)) {
      Mails mails = scenario.node();
      Instant start = scenario.clock.instant();
      mails.post(nurture("n:1"));
      mails.dispatch();

      MailEntry entry = mails.find("n:1").orElseThrow();
      assertThat(entry.state()).isEqualTo(MailState.DEFERRED);
      assertThat(entry.dueAt()).isEqualTo(start.plus(MINUTE));
      assertThat(entry.reason()).startsWith("Will be tried again: ");
      assertThat(gateOpensAt(scenario)).isEqualTo(Instant.EPOCH);
    }
  }

  /** Not reckoning with the mails that wait. */
  private static Instant gateOpensAt(MailScenario scenario) {
    scenario.jdbc.sql("update mail_ledger set state = 'CANCELLED' where state = 'DEFERRED'").update();
    return scenario.node().allowance(ANNA).next(Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 550 not you",
    "RCPT, 550 no such user",
    "DATA, 554 no",
    "DOT, 554 looks like spam"
  })
  void givesUpAndLeavesTheGateOpenWhenTheServerRefuses(Phase phase, String answer) {
    try (MisbehavingServer server = new MisbehavingServer(phase, answer);
        MailScenario scenario = MailScenario.on(TestDatabases.h2(), server)) {
      Mails mails = scenario.node();
      mails.post(nurture("n:1"));
      mails.dispatch();

      MailEntry entry = mails.find("n:1").orElseThrow();
      assertThat(entry.state()).isEqualTo(MailState.FAILED);
      assertThat(entry.reason()).isEqualTo("Refused by the mail server: " + answer);
      assertThat(entry.sentAt()).isNull();
      assertThat(gateOpensAt(scenario)).isEqualTo(Instant.EPOCH);
    }
  }

  @Test
  void sendsNothingAgainWhenTheServerHangsUpAfterTheFinalDot() {
    try (MisbehavingServer server = new MisbehavingServer(Phase.DOT, HANG_UP);
        MailScenario scenario = MailScenario.on(TestDatabases.h2(), server)) {
      Mails mails = scenario.node();
      Instant start = scenario.clock.instant();
      mails.post(nurture("n:1"));
      mails.post(service("s:1"));
      mails.dispatch();

      assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.UNKNOWN);
      assertThat(mails.find("n:1").orElseThrow().sentAt()).isEqualTo(start);
      assertThat(gateOpensAt(scenario)).isEqualTo(start.plus(Duration.ofDays(1)));
      assertThat(mails.find("s:1").orElseThrow().state()).isEqualTo(MailState.DEFERRED);
      scenario.clock.tick(MINUTE);
      assertThat(mails.dispatch()).isEqualTo(1);
    }
  }

  @Test
  void triesAgainWhenNoServerIsThereAndGivesUpInTheEnd() {
    MisbehavingServer gone = new MisbehavingServer(Phase.GREETING, HANG_UP);
    gone.close();
    try (MailScenario scenario = MailScenario.on(TestDatabases.h2(), gone)) {
      Mails mails = scenario.node();
      Instant start = scenario.clock.instant();
      mails.post(nurture("n:1"));
      for (int minutes : new int[] {1, 5, 30, 120}) {
        Instant tried = scenario.clock.instant();
        assertThat(mails.dispatch()).isEqualTo(1);
        Instant due = mails.find("n:1").orElseThrow().dueAt();
        assertThat(due).isEqualTo(tried.plus(Duration.ofMinutes(minutes)));
        scenario.clock.set(due);
      }
      while (!mails.find("n:1").orElseThrow().state().isFinal()) {
        mails.dispatch();
        scenario.clock.set(mails.find("n:1").orElseThrow().dueAt());
      }

      assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.FAILED);
      assertThat(mails.find("n:1").orElseThrow().reason()).startsWith("Given up after 11 tries: ");
      assertThat(scenario.clock.instant()).isBefore(start.plus(Duration.ofDays(5)));
      assertThat(mails.allowance(ANNA).next(start)).isEqualTo(start);
    }
  }

  @Test
  void opensTheGateForTheNextMailAtOnceWhenOneIsRefused() {
    try (MisbehavingServer server = new MisbehavingServer(Phase.RCPT, "550 no such user");
        MailScenario scenario = MailScenario.on(TestDatabases.h2(), server)) {
      Mails mails = scenario.node();
      mails.post(nurture("n:1"));
      mails.post(nurture("n:2"));

      assertThat(mails.dispatch()).isEqualTo(2);
      assertThat(mails.of("lead-1")).extracting(MailEntry::state).containsOnly(MailState.FAILED);
    }
  }

  @Test
  void doesNotWaitForeverForAServerThatSaysNothing() {
    try (MisbehavingServer server = new MisbehavingServer(Phase.MAIL, "250-");
        MailScenario scenario = MailScenario.on(TestDatabases.h2(), server)) {
      Mails mails = scenario.node();
      mails.post(nurture("n:1"));
      mails.dispatch();

      assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.DEFERRED);
    }
  }
}
