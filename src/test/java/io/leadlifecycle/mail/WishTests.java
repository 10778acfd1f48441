package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.allowance;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static io.leadlifecycle.mail.MailScenario.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers ask for, and what operators decide. */
class WishTests {

  private static final Duration DAY = Duration.ofDays(1);

  private MailScenario scenario;
  private Mails mails;
  private Instant start;

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  private void on(DataSource database) {
    scenario = MailScenario.on(database);
    mails = scenario.node();
    start = scenario.clock.instant();
  }

  @AfterEach
  void close() {
    scenario.close();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void letsAReaderMakeMailsRarer(DataSource database) {
    on(database);
    mails.prefer(ANNA, new Preference(Frequency.WEEKLY, null));
    sendEveryHour("n:1", "n:2", "n:3");
    scenario.clock.set(start.plus(DAY.multipliedBy(20)));
    mails.dispatch();

    assertThat(scenario.acceptedAt(ANNA))
        .containsExactly(start, start.plus(DAY.multipliedBy(7)), start.plus(DAY.multipliedBy(20)));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void neverLetsAReadersWishLoosenTheCap(DataSource database) {
    on(database);
    mails = scenario.node("1 per P30D");
    mails.prefer(ANNA, new Preference(Frequency.DAILY, null));
    mails.post(nurture("n:1"));
    mails.dispatch();

    assertThat(allowance(mails, ANNA).next(start)).isEqualTo(start.plus(DAY.multipliedBy(30)));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void appliesAWishToMailsThatWaitAlready(DataSource database) {
    on(database);
    mails.post(nurture("n:1"));
    mails.post(nurture("n:2"));
    mails.dispatch();
    mails.prefer(ANNA, new Preference(null, start.plus(DAY.multipliedBy(10))));
    scenario.clock.set(start.plus(DAY.multipliedBy(2)));
    mails.dispatch();
    assertThat(scenario.inbox.mails()).hasSize(1);
    assertThat(mails.find("n:2").orElseThrow().dueAt()).isEqualTo(start.plus(DAY.multipliedBy(10)));

    mails.prefer(ANNA, Preference.NONE);
    mails.dispatch();
    assertThat(scenario.inbox.mails()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void spendsNoNurtureSlotOnServiceMailAndStopsAFloodOfIt(DataSource database) {
    on(database);
    for (int i = 0; i < 25; i++) {
      mails.post(service("s:" + i));
    }
    mails.post(nurture("n:1"));
    mails.dispatch();

    assertThat(scenario.inbox.mails()).hasSize(21);
    assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.SENT);
    scenario.clock.tick(Duration.ofHours(1));
    mails.dispatch();
    assertThat(scenario.inbox.mails()).hasSize(26);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sendsAnUnknownMailAgainWhenAnOperatorSaysSoAndTheCapAllowsIt(DataSource database) {
    on(database);
    mails.post(nurture("n:1"));
    DueMail claimed = scenario.claimByDyingNode();
    scenario.letThrough(claimed, start.plus(Duration.ofMinutes(5)));
    scenario.clock.tick(Duration.ofMinutes(5));
    mails.dispatch();
    assertThat(mails.in(Set.of(MailState.UNKNOWN), 10)).extracting(MailEntry::key).containsExactly("n:1");

    assertThat(mails.resend("n:1", "otto")).isTrue();
    assertThat(mails.resend("n:1", "otto")).isFalse();
    mails.dispatch();
    assertThat(scenario.inbox.mails()).isEmpty();
    scenario.clock.tick(DAY);
    mails.dispatch();

    assertThat(scenario.inbox.mails()).hasSize(1);
    assertThat(mails.resend("n:1", "otto")).isFalse();
    assertThat(mails.resend("nobody's", "otto")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sendsNothingAgainThatCameInAnotherWay(DataSource database) {
    on(database);
    mails.post(nurture("failed"));
    scenario.jdbc.sql("update mail_ledger set state = 'FAILED'").update();
    mails.post(nurture("the same with another sequence"));

    assertThat(mails.resend("failed", "otto")).isFalse();
    mails.dispatch();
    assertThat(mails.resend("failed", "otto")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sendsNoMailAgainWhoseLinkIsStale(DataSource database) {
    on(database);
    mails.post(MailScenario.order("s:1", MailClass.SERVICE, ANNA, "opt-in", start.plus(DAY)));
    scenario.jdbc.sql("update mail_ledger set state = 'FAILED'").update();
    scenario.clock.tick(DAY.multipliedBy(2));

    assertThat(mails.resend("s:1", "otto")).isTrue();
    mails.dispatch();
    assertThat(mails.find("s:1").orElseThrow().state()).isEqualTo(MailState.EXPIRED);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void leavesOutOrPostponesOnlyMailsThatWait(DataSource database) {
    on(database);
    mails.post(nurture("sent"));
    mails.dispatch();
    mails.post(nurture("n:1", "else@example.com"));
    mails.post(nurture("n:2"));

    assertThat(mails.postpone("n:1", start.plus(DAY), "Peace")).isTrue();
    assertThat(mails.leaveOut("n:2", "Not wanted")).isTrue();
    assertThat(mails.leaveOut("sent", "Not wanted")).isFalse();
    mails.dispatch();

    assertThat(scenario.inbox.mails()).hasSize(1);
    assertThat(mails.find("n:1").orElseThrow()).extracting(MailEntry::dueAt, MailEntry::reason)
        .containsExactly(start.plus(DAY), "Peace");
    assertThat(mails.find("n:2").orElseThrow().state()).isEqualTo(MailState.SKIPPED);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void accountsForAMailThatIsLeftOut(DataSource database) {
    on(database);
    scenario.skip(mails, nurture("n:1"), "Superseded");

    assertThat(mails.post(nurture("n:1"))).isFalse();
    assertThat(mails.dispatch()).isZero();
    assertThat(mails.find("n:1").orElseThrow()).extracting(MailEntry::state, MailEntry::reason)
        .containsExactly(MailState.SKIPPED, "Superseded");
  }

  private void sendEveryHour(String... keys) {
    Stream.of(keys).forEach(key -> mails.post(nurture(key)));
    for (Instant end = start.plus(DAY.multipliedBy(8)); scenario.clock.instant().isBefore(end); ) {
      mails.dispatch();
      scenario.clock.tick(Duration.ofHours(1));
    }
  }
}
