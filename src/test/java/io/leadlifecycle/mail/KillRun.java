package io.leadlifecycle.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadlifecycle.CrashablePostgres;
import io.leadlifecycle.calendar.MailCap;
import io.leadlifecycle.mail.MailNode.Orders;
import io.leadlifecycle.smtp.MailSink.Accepted;
import io.leadlifecycle.smtp.MailSink;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes in JVMs of their own send mails to 300 addresses from overlapping sequences, while a random one of
 * them is killed every two to ten seconds and readers unsubscribe. Not part of the build: it takes as long as it
 * is told.
 *
 * <pre>mvn test -Dtest=KillRun -Dminutes=10</pre>
 */
class KillRun {

  private static final Duration LENGTH = Duration.ofSeconds(Math.round(60 * Double.parseDouble(
      System.getProperty("minutes", "10"))));
  private static final String CAP = "1 per PT2S and 5 per PT15S";
  private static final Duration LEASE = Duration.ofSeconds(5);
  /** A mail whose final dot is on its way when somebody unsubscribes cannot be called back. */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(2);
  private static final int NODES = 3;
  private static final int ADDRESSES = 300;
  private static final int SEQUENCES = 3;

  @TempDir
  Path folder;

  private final Random random = new Random(1);
  private final Clock clock = Clock.systemUTC();
  private final Map<String, Instant> unsubscribed = new ConcurrentHashMap<>();
  private final List<String> readers = new ArrayList<>();
  private int readersSoFar;
  private int posted;
  private int kills;

  @Test
  void keepsItsPromisesWhileNodesAreKilled() throws Exception {
    try (CrashablePostgres postgres = new CrashablePostgres(folder);
        MailSink server = new MailSink(clock).onFinalDot(mail -> hesitate());
        HikariDataSource pool = MailNode.open(postgres.url())) {
      Orders orders = new Orders(postgres.url(), server.port(), CAP, LEASE, "", "");
      Mails mails = MailNode.parts(pool, orders, clock, Checkpoints.NONE).mails();
      IntStream.range(0, ADDRESSES).forEach(i -> readers.add(nextReader()));
      List<NodeProcess> nodes = new ArrayList<>();
      IntStream.range(0, NODES).forEach(i -> nodes.add(NodeProcess.start(orders)));
      disturb(mails, nodes, orders);
      drain(mails);
      nodes.forEach(NodeProcess::close);
      report(server.mails(), mails.of("reader"));
    }
  }

  /** A server that takes its time, so that nodes are killed while mails are on their way. */
  private static void hesitate() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(100_000_000));
  }

  private void disturb(Mails mails, List<NodeProcess> nodes, Orders orders) throws InterruptedException {
    Instant end = clock.instant().plus(LENGTH);
    Instant nextKill = clock.instant().plusSeconds(5);
    for (long tick = 0; clock.instant().isBefore(end); tick++) {
      post(mails, tick);
      if (tick % 5 == 0) {
        unsubscribeSomebody(mails);
      }
      if (clock.instant().isAfter(nextKill)) {
        int victim = random.nextInt(NODES);
        nodes.get(victim).kill();
        nodes.set(victim, NodeProcess.start(orders));
        kills++;
        nextKill = clock.instant().plusMillis(2_000 + random.nextInt(8_000));
      }
      Thread.sleep(100);
    }
  }

  /** Every twelve seconds each reader is due a mail of each sequence, all at the same time. */
  private void post(Mails mails, long tick) {
    int step = (int) (tick % 120);
    for (int i = step * ADDRESSES / 120; i < (step + 1) * ADDRESSES / 120; i++) {
      for (int sequence = 0; sequence < SEQUENCES; sequence++) {
        String reader = readers.get(i);
        mails.post(order(reader + ":" + sequence + ":" + tick, reader));
        posted++;
      }
    }
  }

  private static MailOrder order(String key, String reader) {
    MailOrder mail = MailScenario.nurture(key, reader);
    return new MailOrder(
        key, mail.mailClass(), "reader", "reader:1", reader, mail.name(), mail.locale(), mail.place(), mail.template(),
        mail.values(), null);
  }

  private void unsubscribeSomebody(Mails mails) {
    int leaving = random.nextInt(readers.size());
    mails.suppress(readers.get(leaving), "Link");
    unsubscribed.put(readers.get(leaving), clock.instant());
    readers.set(leaving, nextReader());
  }

  private String nextReader() {
    return "reader" + readersSoFar++ + "@example.com";
  }

  private static void drain(Mails mails) throws InterruptedException {
    while (mails.of("reader").stream().anyMatch(mail -> !mail.state().isFinal())) {
      Thread.sleep(500);
    }
  }

  private void report(List<Accepted> log, List<MailEntry> ledger) {
    Audit audit = Audit.of(log, ledger, MailCap.of(CAP));
    List<Duration> tooLate = log.stream()
        .filter(mail -> unsubscribed.containsKey(mail.to()))
        .map(mail -> Duration.between(unsubscribed.get(mail.to()), mail.at()))
        .filter(late -> !late.isNegative())
        .toList();
    long afterUnsubscribe = tooLate.stream().filter(late -> late.compareTo(IN_FLIGHT) > 0).count();
    System.out.printf("""

        %d min, %d nodes, %d kills, %d readers, cap %s
        posted             %6d
        accepted           %6d
        doubled            %6d
        over the cap       %6d
        unsubscribed       %6d
        after unsubscribe  %6d   (in flight when it was answered: %d, the latest by %d ms)
        lost               %6d
        unaccounted        %6d
        unknown            %6d   of %d, of which %d had arrived

        """,
        LENGTH.toMinutes(), NODES, kills, readersSoFar, MailCap.of(CAP), posted, audit.accepted(), audit.doubled(),
        audit.overTheCap(), unsubscribed.size(), afterUnsubscribe, tooLate.size(),
        tooLate.stream().mapToLong(Duration::toMillis).max().orElse(0), audit.lost() + posted - ledger.size(),
        audit.unaccounted(), audit.unknown(), posted, audit.unknownAccepted());

    assertThat(audit.isClean()).as("%s", audit).isTrue();
    assertThat(ledger).hasSize(posted);
    assertThat(afterUnsubscribe).isZero();
    assertThat(kills).isPositive();
  }
}
