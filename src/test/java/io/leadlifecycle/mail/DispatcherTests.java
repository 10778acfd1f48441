package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.allowance;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.calendar.SendCalendar;
import io.leadlifecycle.calendar.SendHours;
import io.leadlifecycle.mail.Checkpoints.Moment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens to mails that are under way while the world changes. */
class DispatcherTests {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private MailScenario scenario;

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  @AfterEach
  void close() {
    scenario.close();
  }

  private Mails nodeOn(DataSource database, Checkpoints checkpoints) {
    scenario = MailScenario.on(database);
    return scenario.node("1 per P1D", checkpoints);
  }

  /** Up to the final dot, the last look finds out. */
  @ParameterizedTest
  @MethodSource("databases")
  void holdsAMailBackWhoseReaderUnsubscribesWhileItIsHandedOver(DataSource database) {
    scenario = MailScenario.on(database);
    Mails elsewhere = scenario.node();
    Mails mails = scenario.node("1 per P1D", at(Moment.BEFORE_FINAL_DOT, () -> elsewhere.suppress(ANNA, "Link")));
    mails.post(nurture("n:1"));
    mails.dispatch();

    assertThat(scenario.inbox.mails()).isEmpty();
    assertThat(mails.find("n:1").orElseThrow()).extracting(MailEntry::state, MailEntry::reason)
        .containsExactly(MailState.CANCELLED, "No mail may go to this address: Link");
  }

  @Test
  void finishesTheWaveUnderWayAndGivesTheRestBackWhenItIsStopped() throws Exception {
    scenario = MailScenario.on(TestDatabases.h2());
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    MailParts node = scenario.parts("1 per P1D", at(Moment.LET_THROUGH, () -> {
      underWay.countDown();
      await(goOn);
    }));
    for (int i = 0; i < 6; i++) {
      node.mails().post(nurture("n:" + i, "reader" + i + "@example.com"));
    }
    Thread dispatch = new Thread(node.mails()::dispatch);
    Thread stop = new Thread(node.dispatcher()::stop);
    dispatch.start();
    underWay.await();
    stop.start();
    while (node.dispatcher().isRunning()) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    stop.join();
    dispatch.join();

    assertThat(node.mails().of("lead-1")).extracting(MailEntry::state, MailEntry::reason).containsOnly(
        tuple(MailState.SENT, "Accepted by the mail server"),
        tuple(MailState.PENDING, "Waits again: the node that had it was shut down"));
    assertThat(scenario.inbox.mails()).hasSize(4);
    assertThat(scenario.node().dispatch()).isEqualTo(2);
  }

  /** A clock that goes wrong may make mails later, never closer together. */
  @ParameterizedTest
  @MethodSource("databases")
  void keepsTheWindowWhenTheClockJumpsAnHourBackAndForth(DataSource database) {
    Mails mails = nodeOn(database, Checkpoints.NONE);
    for (int i = 0; i < 5; i++) {
      mails.post(nurture("n:" + i));
    }
    for (int step = 0; step < 8 * 24; step++) {
      scenario.clock.tick(step % 7 == 3 ? HOUR.negated() : step % 5 == 2 ? HOUR.multipliedBy(2) : HOUR);
      mails.dispatch();
    }

    Instant[] sent = scenario.acceptedAt(ANNA).toArray(Instant[]::new);
    assertThat(sent).hasSize(5);
    for (int i = 1; i < sent.length; i++) {
      assertThat(Duration.between(sent[i - 1], sent[i])).isBetween(DAY, DAY.plus(HOUR.multipliedBy(3)));
    }
  }

  /** By the database's clock, all nodes agree. */
  @ParameterizedTest
  @MethodSource("databases")
  void keepsTheWindowWhenTheClockOfANodeIsWrong(DataSource database) {
    scenario = MailScenario.on(database);
    Mails right = scenario.node();
    Mails wrong = scenario.nodeWithClock(HOUR.multipliedBy(-5));
    Instant start = scenario.clock.instant();
    right.post(nurture("n:1"));
    wrong.post(nurture("n:2"));
    wrong.dispatch();
    scenario.clock.tick(DAY.minus(HOUR));
    right.dispatch();
    assertThat(scenario.inbox.mails()).hasSize(1);

    scenario.clock.tick(HOUR.plusSeconds(3));
    right.dispatch();
    assertThat(scenario.inbox.mails()).hasSize(2);
    assertThat(right.of("lead-1")).extracting(MailEntry::sentAt)
        .allMatch(sent -> Duration.between(start, sent).toHours() % 24 == 0);
  }

  @Test
  void takesAJumpOfItsClockDuringAMailForALeaseThatRanOut() {
    scenario = MailScenario.on(TestDatabases.h2());
    Mails mails = scenario.node("1 per P1D", at(Moment.ANSWERED, () -> scenario.clock.tick(HOUR)));
    Mails other = scenario.node();
    mails.post(nurture("n:1"));
    mails.dispatch();
    other.dispatch();

    assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.SENT);
    assertThat(scenario.inbox.mails()).hasSize(1);
  }

  /** Whatever made it late, a mail that was to come in the morning does not come in the night. */
  @Test
  void keepsToTheSendHoursWhenANodeWasDownAllDay() {
    scenario = MailScenario.on(TestDatabases.h2());
    scenario.hours =
        new SendHours(LocalTime.of(8, 0), LocalTime.of(20, 0), EnumSet.allOf(DayOfWeek.class), false);
    Mails mails = scenario.node();
    mails.post(nurture("n:1"));
    scenario.clock.set(Instant.parse("2025-03-03T23:00:00Z"));
    mails.dispatch();

    assertThat(mails.find("n:1").orElseThrow()).extracting(MailEntry::dueAt, MailEntry::reason)
        .containsExactly(Instant.parse("2025-03-04T08:00:00Z"), "Waits for send hours");
    assertThat(scenario.inbox.mails()).isEmpty();
  }

  /** By its reference: who posts it reckons with the same turn. */
  @Test
  void keepsMailsOfANightForTheirReadersTurns() {
    scenario = MailScenario.on(TestDatabases.h2());
    scenario.hours = new SendHours(
        LocalTime.of(8, 0), LocalTime.of(20, 0), EnumSet.allOf(DayOfWeek.class), false, HOUR.multipliedBy(2));
    Mails mails = scenario.node();
    mails.post(nurture("n:1"));
    scenario.clock.set(Instant.parse("2025-03-03T23:00:00Z"));
    mails.dispatch();

    Instant turn = new SendCalendar(scenario.hours).next(scenario.clock.instant(), MailScenario.UTC.of("lead-1"));
    assertThat(turn).isAfter(Instant.parse("2025-03-04T08:00:00Z"));
    assertThat(mails.find("n:1").orElseThrow().dueAt()).isEqualTo(turn);
    scenario.clock.set(turn);
    mails.dispatch();
    assertThat(mails.find("n:1").orElseThrow().sentAt()).isEqualTo(turn);
  }

  /** What the page announces is what the gate will decide. */
  @Test
  void announcesAWaitingMailForASendHour() {
    scenario = MailScenario.on(TestDatabases.h2());
    scenario.hours = new SendHours(
        LocalTime.of(8, 0), LocalTime.of(20, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), false);
    Mails mails = scenario.node();
    scenario.clock.set(Instant.parse("2025-03-07T10:00:00Z"));
    mails.post(nurture("n:1"));
    mails.post(nurture("n:2"));
    mails.dispatch();

    Instant monday = Instant.parse("2025-03-10T08:00:00Z");
    assertThat(mails.find("n:2").orElseThrow().dueAt()).isEqualTo(monday);
    assertThat(allowance(mails, ANNA).next(monday)).isEqualTo(monday.plus(DAY));
  }

  @Test
  void endsAMailAtOnceThatWouldBeStaleWhenItMayGo() {
    Mails mails = nodeOn(TestDatabases.h2(), Checkpoints.NONE);
    mails.post(nurture("n:1"));
    mails.dispatch();
    mails.post(MailScenario.expiring("n:2", scenario.clock.instant().plus(HOUR)));
    mails.dispatch();

    assertThat(mails.find("n:2").orElseThrow().state()).isEqualTo(MailState.EXPIRED);
  }

  @Test
  void endsAWaitingMailAtOnceThatAWishMakesStale() {
    Mails mails = nodeOn(TestDatabases.h2(), Checkpoints.NONE);
    mails.post(nurture("n:1"));
    mails.post(MailScenario.expiring("n:2", scenario.clock.instant().plus(DAY.multipliedBy(3))));
    mails.dispatch();
    assertThat(mails.find("n:2").orElseThrow().state()).isEqualTo(MailState.DEFERRED);
    mails.prefer(ANNA, new Preference(Frequency.MONTHLY, null));

    assertThat(mails.find("n:2").orElseThrow().state()).isEqualTo(MailState.EXPIRED);
  }

  private static Checkpoints at(Moment at, Runnable event) {
    AtomicBoolean once = new AtomicBoolean();
    return moment -> {
      if (moment == at && once.compareAndSet(false, true)) {
        event.run();
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
