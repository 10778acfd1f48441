package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.TIMEOUT;
import static io.leadlifecycle.mail.MailScenario.allowance;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static io.leadlifecycle.mail.MailScenario.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.smtp.Fault;
import io.leadlifecycle.smtp.FaultyServer;
import io.leadlifecycle.smtp.MailSink;
import io.leadlifecycle.smtp.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ledger makes of a mail server that misbehaves, judged by what that server really took. */
class SmtpFaultTests {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  /** What only a conversation with encryption and login has, is tested where these are. */
  private static final Set<Phase> PHASES = EnumSet.complementOf(EnumSet.of(Phase.STARTTLS, Phase.AUTH));

  /** Where it is worth the time to wait for what the client does: once for each thing that it can do. */
  private static final Set<Phase> WAITS = EnumSet.of(Phase.GREETING, Phase.DATA, Phase.DOT);

  private final FaultyServer server = new FaultyServer(new TickingClock(), TIMEOUT.plusMillis(200));
  private final MailScenario scenario = MailScenario.on(TestDatabases.h2(), server);
  private final Mails mails = scenario.node();
  private final Instant start = scenario.clock.instant();

  @AfterEach
  void close() {
    scenario.close();
    server.close();
  }

  static Stream<Arguments> faults() {
    return PHASES.stream().flatMap(phase -> Stream.of(Fault.values())
        .filter(fault -> !fault.takesTime() || WAITS.contains(phase))
        .map(fault -> Arguments.of(phase, fault)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void knowsOfEachMailWhatBecameOfItAndGoesOnWhenTheServerBehaves(Phase phase, Fault fault) {
    server.misbehave(phase, fault);
    mails.post(nurture("n:1"));
    mails.post(service("s:1"));
    mails.dispatch();

    Expected expected = Expected.of(phase, fault);
    assertThat(entry("n:1").state()).as(entry("n:1").reason()).isEqualTo(expected.nurture);
    assertThat(entry("s:1").state()).as(entry("s:1").reason()).isEqualTo(expected.service);
    assertThat(entry("s:1").reason()).startsWith(expected.reason);
    assertThat(tries("s:1")).isEqualTo(expected.tries);
    if (!expected.service.isFinal()) {
      assertThat(entry("s:1").dueAt()).isEqualTo(start.plus(expected.wait));
    }
    assertKnown();

    server.behave();
    scenario.clock.tick(MINUTE);
    mails.dispatch();

    assertThat(entry("n:1").state()).isEqualTo(expected.nurture.isFinal() ? expected.nurture : MailState.SENT);
    assertThat(entry("s:1").state()).isEqualTo(expected.service.isFinal() ? expected.service : MailState.SENT);
    assertKnown();
  }

  private enum Expected {
    OUTAGE(MailState.DEFERRED, MailState.DEFERRED, "Waits for the mail server: ", 0, Duration.ofSeconds(5)),
    OUTAGE_ON_THE_WAY(MailState.DEFERRED, MailState.DEFERRED, "Will be tried again: ", 0, Duration.ofSeconds(10)),
    TRIED(MailState.DEFERRED, MailState.DEFERRED, "Will be tried again: ", 1, MINUTE),
    REFUSED(MailState.FAILED, MailState.FAILED, "Refused by the mail server: 554", 0, Duration.ZERO),
    LOST(MailState.UNKNOWN, MailState.DEFERRED, "Will be tried again: ", 1, MINUTE);

    final MailState nurture;
    final MailState service;
    final String reason;
    final int tries;
    final Duration wait;

    Expected(MailState nurture, MailState service, String reason, int tries, Duration wait) {
      this.nurture = nurture;
      this.service = service;
      this.reason = reason;
      this.tries = tries;
      this.wait = wait;
    }

    static Expected of(Phase phase, Fault fault) {
      if (phase.compareTo(Phase.MAIL) < 0) {
        return OUTAGE;
      }
      return switch (fault) {
        case CLOSING -> phase == Phase.MAIL ? OUTAGE_ON_THE_WAY : TRIED;
        case NOT_NOW, CONTROL_CHARACTERS -> TRIED;
        case REFUSAL -> phase == Phase.MAIL ? TRIED : REFUSED;
        default -> phase == Phase.DOT ? LOST : TRIED;
      };
    }
  }

  private MailEntry entry(String key) {
    return mails.find(key).orElseThrow();
  }

  private int tries(String key) {
    return scenario.jdbc.sql("select tries from mail_ledger where mail_key = ?").param(key).query(Integer.class).single();
  }

  /** No reader got a nurture mail twice, and of each that arrived the ledger at least says that it may have. */
  private void assertKnown() {
    Map<String, MailEntry> ledger =
        mails.of("lead-1").stream().collect(Collectors.toMap(MailEntry::messageId, Function.identity()));
    List<String> arrived = server.mails().stream()
        .map(MailSink.Accepted::messageId)
        .filter(id -> ledger.get(id).mailClass() == MailClass.NURTURE)
        .toList();

    assertThat(arrived).doesNotHaveDuplicates().allMatch(id -> ledger.get(id).state().countsAsSent());
    assertThat(server.mails()).extracting(MailSink.Accepted::messageId).containsAll(
        ledger.values().stream().filter(entry -> entry.state() == MailState.SENT).map(MailEntry::messageId).toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void losesCountOfNothingWhenTheServerFailsInEverNewWays(long seed) {
    List<Arguments> ways = new ArrayList<>(faults().filter(way -> !fault(way).takesTime()).toList());
    Collections.shuffle(ways, new Random(seed));
    for (int round = 0; round < ways.size(); round++) {
      server.misbehave((Phase) ways.get(round).get()[0], fault(ways.get(round)));
      for (int i = 0; i < 3; i++) {
        mails.post(nurture("n:" + round + "-" + i, "reader" + round + "-" + i + "@example.com"));
      }
      mails.dispatch();
      assertKnown();
      scenario.clock.tick(MINUTE);
    }

    server.behave();
    while (mails.nextDue().isPresent()) {
      scenario.clock.set(mails.nextDue().get());
      mails.dispatch();
    }
    assertKnown();
    assertThat(mails.of("lead-1")).hasSize(3 * ways.size()).allMatch(entry -> entry.state().isFinal());
    assertThat(mails.of("lead-1")).extracting(MailEntry::state)
        .contains(MailState.SENT, MailState.FAILED, MailState.UNKNOWN);
  }

  private static Fault fault(Arguments way) {
    return (Fault) way.get()[1];
  }

  @ParameterizedTest
  @CsvSource({"MAIL, NOT_NOW", "RCPT, HANG_UP", "RCPT, REFUSAL", "DATA, CLOSING", "DOT, NOT_NOW", "DOT, REFUSAL"})
  void leavesTheGateOpenIfNothingWasSent(Phase phase, Fault fault) {
    server.misbehave(phase, fault);
    mails.post(nurture("n:1"));
    mails.dispatch();

    assertThat(gateOpensAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void closesTheGateIfAMailMayHaveArrived() {
    server.misbehave(Phase.DOT, Fault.HANG_UP);
    mails.post(nurture("n:1"));
    mails.dispatch();

    assertThat(entry("n:1").sentAt()).isEqualTo(start);
    assertThat(gateOpensAt()).isEqualTo(start.plus(Duration.ofDays(1)));
  }

  /** Not reckoning with the mails that wait. */
  private Instant gateOpensAt() {
    scenario.jdbc.sql("update mail_ledger set state = 'CANCELLED' where state = 'DEFERRED'").update();
    return allowance(scenario.node(), ANNA).next(Instant.EPOCH);
  }

  @Test
  void opensTheGateForTheNextMailAtOnceWhenOneIsRefused() {
    server.misbehave(Phase.RCPT, Fault.REFUSAL);
    mails.post(nurture("n:1"));
    mails.post(nurture("n:2"));
    mails.dispatch();

    assertThat(mails.of("lead-1")).extracting(MailEntry::state).containsOnly(MailState.FAILED);
  }

  @Test
  void leavesAServerAloneEverLongerThatCannotTakeAMailAndGivesUpInTheEnd() {
    server.misbehave(Phase.RCPT, Fault.NOT_NOW);
    mails.post(nurture("n:1"));
    List<Duration> waits = new ArrayList<>();
    while (!entry("n:1").state().isFinal()) {
      Instant tried = scenario.clock.instant();
      assertThat(mails.dispatch()).isEqualTo(1);
      waits.add(Duration.between(tried, entry("n:1").dueAt()));
      scenario.clock.set(entry("n:1").dueAt());
    }

    assertThat(waits.subList(0, 4)).extracting(Duration::toMinutes).containsExactly(1L, 5L, 30L, 120L);
    assertThat(entry("n:1").state()).isEqualTo(MailState.FAILED);
    assertThat(entry("n:1").reason()).isEqualTo("Given up after 11 tries: 451 not now");
    assertThat(allowance(mails, ANNA).next(start)).isEqualTo(start);
  }

  @Test
  void waitsForAServerThatIsAwayAsLongAsItTakes() {
    int port = server.port();
    server.close();
    mails.post(nurture("n:1"));
    mails.post(service("s:1"));
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      mails.dispatch();
      assertThat(mails.dispatch()).isZero();
      waits.add(Duration.between(scenario.clock.instant(), entry("n:1").dueAt()).toSeconds());
      scenario.clock.set(entry("n:1").dueAt());
    }

    assertThat(waits).startsWith(5L, 10L, 20L, 40L).endsWith(300L);
    assertThat(entry("n:1").reason()).startsWith("Waits for the mail server: ").contains("Connection refused");
    assertThat(tries("n:1")).isZero();
    try (MailSink back = new MailSink(scenario.clock, port)) {
      assertThat(mails.dispatch()).isEqualTo(2);
      assertThat(back.mails()).hasSize(2);
    }
    assertThat(mails.of("lead-1")).extracting(MailEntry::state).containsOnly(MailState.SENT);
  }
}
