package io.leadlifecycle.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.leadlifecycle.CrashablePostgres;
import io.leadlifecycle.mail.MailNode.Orders;
import io.leadlifecycle.smtp.MailSink.Accepted;
import io.leadlifecycle.smtp.MailSink;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many mails a second one node takes from due to accepted, and how late mails are at half that rate. The node, the mail
 * server and the poster share the machine. Not part of the build.
 *
 * <pre>mvn test -Dtest=MailRate</pre>
 */
class MailRate {

  private static final int MAILS = 3_000;
  private static final int RUNS = 3;
  private static final Duration LATENESS_RUN = Duration.ofSeconds(30);
  /** As often as the program does. */
  private static final Duration TRIGGER = Duration.ofMillis(250);

  @TempDir
  Path folder;

  private final Clock clock = Clock.systemUTC();
  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private int posted;
  private double cpuPerMail;

  @Test
  void measuresBothDatabases() throws Exception {
    measure("H2", "jdbc:h2:file:" + folder.resolve("h2") + ";LOCK_TIMEOUT=10000;WRITE_DELAY=0");
    try (CrashablePostgres postgres = new CrashablePostgres(folder.resolve("postgres"))) {
      measure("PostgreSQL", postgres.url());
    }
  }

  private void measure(String name, String url) throws Exception {
    Flyway.configure().dataSource(url, null, null).load().migrate();
    try (HikariDataSource pool = MailNode.open(url); MailSink server = new MailSink(clock)) {
      Orders orders = new Orders(url, server.port(), "1 per P1D", Duration.ofMinutes(5), "", "");
      Mails mails = MailNode.parts(pool, orders, clock, Checkpoints.NONE).mails();
      mailsPerSecond(mails, server);
      List<Double> rates =
          Stream.generate(() -> mailsPerSecond(mails, server)).limit(RUNS).sorted().toList();
      double rate = rates.get(RUNS / 2);
      long[] lateness = lateness(mails, server, rate / 2);
      System.out.printf("%n%-10s  %,6.0f mails/s (%s), %.2f ms CPU each in this JVM   at %,.0f mails/s late by %d ms (median), %d ms (p99)%n",
          name, rate, rates.stream().map(each -> "%.0f".formatted(each)).collect(Collectors.joining(", ")),
          cpuPerMail, rate / 2, lateness[lateness.length / 2], lateness[lateness.length * 99 / 100]);
    }
  }

  private double mailsPerSecond(Mails mails, MailSink server) {
    for (int i = 0; i < MAILS; i++) {
      post(mails);
    }
    int before = server.mails().size();
    long cpu = machine.getProcessCpuTime();
    long start = System.nanoTime();
    mails.dispatch();
    double seconds = (System.nanoTime() - start) / 1e9;
    cpuPerMail = (machine.getProcessCpuTime() - cpu) / 1e6 / MAILS;
    assertThat(server.mails()).hasSize(before + MAILS);
    return MAILS / seconds;
  }

  /** Sends what is due as often as the program does, while mails fall due all the time. */
  private long[] lateness(Mails mails, MailSink server, double rate) throws InterruptedException {
    Instant start = clock.instant();
    ScheduledExecutorService node = Executors.newSingleThreadScheduledExecutor();
    node.scheduleWithFixedDelay(mails::dispatch, 0, TRIGGER.toMillis(), TimeUnit.MILLISECONDS);
    int first = posted;
    while (clock.instant().isBefore(start.plus(LATENESS_RUN))) {
      double due = Duration.between(start, clock.instant()).toNanos() / 1e9 * rate;
      while (posted - first < due) {
        post(mails);
      }
      Thread.sleep(5);
    }
    node.shutdown();
    node.awaitTermination(1, TimeUnit.MINUTES);
    mails.dispatch();
    Map<String, MailEntry> ledger = mails.of("lead-1").stream()
        .collect(Collectors.toMap(MailEntry::messageId, Function.identity()));
    return server.mails().stream()
        .filter(mail -> !ledger.get(mail.messageId()).postedAt().isBefore(start))
        .flatMapToLong(mail -> LongStream.of(lateness(mail, ledger)))
        .sorted()
        .toArray();
  }

  private static long lateness(Accepted mail, Map<String, MailEntry> ledger) {
    return Duration.between(ledger.get(mail.messageId()).postedAt(), mail.at()).toMillis();
  }

  private void post(Mails mails) {
    mails.post(MailScenario.nurture("mail:" + posted, "reader" + posted + "@example.com"));
    posted++;
  }
}
