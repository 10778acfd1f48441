package io.leadlifecycle.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EnrolmentTableTests {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

  private final LeadId lead = LeadId.next();

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void keepsALeadInASequenceOnce(DataSource database) {
    EnrolmentTable table = table(database);
    assertThat(table.add(lead, "basics", NOON)).isTrue();
    assertThat(table.add(lead, "basics", NOON.plusSeconds(1))).isFalse();
    assertThat(table.add(lead, "buyers", NOON.plusSeconds(2))).isTrue();
    assertThat(table.of(lead)).extracting(EnrolmentTable.Row::sequence).containsExactly("basics", "buyers");
    assertThat(table.of(lead).get(0).startedAt()).isEqualTo(NOON);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void letsOneOfManyAtOnceEnrolAndTheOthersGoOn(DataSource database) throws Exception {
    EnrolmentTable table = table(database);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    CyclicBarrier start = new CyclicBarrier(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> added = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      added.add(threads.submit(() -> transaction.execute(t -> {
        await(start);
        boolean first = table.add(lead, "basics", NOON);
        table.of(lead); // the transaction of those that lost goes on
        return first;
      })));
    }
    int winners = 0;
    for (Future<Boolean> one : added) {
      winners += one.get() ? 1 : 0;
    }
    threads.shutdown();
    assertThat(winners).isEqualTo(1);
    assertThat(table.of(lead)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void remembersThePauseAskedForLast(DataSource database) {
    EnrolmentTable table = table(database);
    assertThat(table.pausedUntil(lead)).isEmpty();
    table.pause(lead, NOON.plusSeconds(60));
    table.pause(lead, NOON);
    assertThat(table.pausedUntil(lead)).contains(NOON);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EnrolmentTable table(DataSource database) {
    return new EnrolmentTable(JdbcClient.create(database), new JdbcTransactionManager(database));
  }
}
