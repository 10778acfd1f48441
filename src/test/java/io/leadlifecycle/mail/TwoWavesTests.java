package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.nurture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.mail.Checkpoints.Moment;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many mails go in two waves at a time, and neither loses or doubles what the other does. */
class TwoWavesTests {

  private static final int MANY = 60;
  private static final int FEW = 8;

  private final Set<String> lanes = ConcurrentHashMap.newKeySet();
  private MailScenario scenario;

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  static Stream<Arguments> momentsOnDatabases() {
    return Stream.of(Moment.WRITTEN, Moment.ANSWERED)
        .flatMap(moment -> databases().map(database -> Arguments.of(moment, database)));
  }

  @AfterEach
  void close() {
    scenario.close();
  }

  private Mails nodeOn(DataSource database, Checkpoints checkpoints, int waiting) {
    scenario = MailScenario.on(database);
    Mails mails = scenario.node("1 per P1D", checkpoints);
    addresses(waiting).forEach(address -> mails.post(nurture("n:" + address, address)));
    return mails;
  }

  private static Stream<String> addresses(int number) {
    return IntStream.range(0, number).mapToObj("reader%d@example.com"::formatted);
  }

  private void note(Moment moment) {
    if (moment == Moment.SETTLED) {
      lanes.add(Thread.currentThread().getName());
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sendsEachOfManyMailsOnce(DataSource database) {
    Mails mails = nodeOn(database, this::note, MANY);

    assertThat(mails.dispatch()).isEqualTo(MANY);
    assertThat(scenario.received()).containsExactlyInAnyOrderElementsOf(addresses(MANY).toList());
    assertThat(lanes).hasSize(2).contains("second-lane");
  }

  @Test
  void sendsOneWaveAtATimeOfNoMoreThanTheConnectionsCarry() {
    nodeOn(TestDatabases.h2(), this::note, FEW).dispatch();

    assertThat(scenario.received()).hasSize(FEW);
    assertThat(lanes).containsExactly(Thread.currentThread().getName());
  }

  @ParameterizedTest
  @MethodSource("momentsOnDatabases")
  void sendsEachOnceThoughAFaultEndsTheSecondWave(Moment moment, DataSource database) {
    AtomicBoolean happened = new AtomicBoolean();
    Mails mails = nodeOn(database, reached -> {
      if (reached == moment && Thread.currentThread().getName().equals("second-lane")
          && happened.compareAndSet(false, true)) {
        throw new IllegalStateException("A fault");
      }
    }, MANY);

    assertThatThrownBy(mails::dispatch).isInstanceOf(IllegalStateException.class).hasMessage("A fault");
    mails.dispatch();

    assertThat(scenario.received()).containsExactlyInAnyOrderElementsOf(addresses(MANY).toList());
    assertThat(mails.of("lead-1")).extracting(MailEntry::state).containsOnly(MailState.SENT);
  }
}
