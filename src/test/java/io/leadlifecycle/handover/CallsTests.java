package io.leadlifecycle.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.lead.LeadId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

class CallsTests {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration SLA = Duration.ofHours(4);
  private static final int LIMIT = 2;

  private final LeadId lead = LeadId.next();

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void spreadsLeadsOverTheTeamUntilAllAreBusy(DataSource database) {
    Calls calls = calls(database, "anna", "ben");
    List<String> picked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      picked.add(calls.open(LeadId.next(), "salesReps", SLA).rep());
    }
    assertThat(picked).containsExactly("anna", "ben", "anna", "ben", null);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void opensNoSecondCallBesideAnOpenOne(DataSource database) {
    Calls calls = calls(database, "anna", "ben");
    Call first = calls.open(lead, "salesReps", SLA);
    assertThat(calls.open(lead, "salesReps", SLA)).isEqualTo(first);
    assertThat(first.dueAt()).isEqualTo(NOON.plus(SLA));
    assertThat(calls.of(lead)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void keepsTheLimitThoughManyLeadsTurnHotAtOnce(DataSource database) throws Exception {
    Calls calls = calls(database, "anna", "ben", "carla");
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    CyclicBarrier start = new CyclicBarrier(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<String>> reps = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      reps.add(threads.submit(() -> {
        start.await();
        return transaction.execute(t -> String.valueOf(calls.open(LeadId.next(), "salesReps", SLA).rep()));
      }));
    }
    Map<String, Integer> picked = new HashMap<>();
    for (Future<String> rep : reps) {
      picked.merge(rep.get(), 1, Integer::sum);
    }
    threads.shutdown();
    assertThat(picked).isEqualTo(Map.of("anna", 2, "ben", 2, "carla", 2, "null", 2));
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void givesTheLeadOfANotYetTheRestItAskedFor(DataSource database) {
    Calls calls = calls(database, "anna");
    calls.open(lead, "salesReps", SLA);
    calls.close(lead, Outcome.NOT_YET, "in spring", NOON.plus(Duration.ofDays(90)), "anna");
    assertThat(calls.restsUntil(lead)).isEqualTo(NOON.plus(Duration.ofDays(90)));
    calls.open(lead, "salesReps", SLA);
    calls.close(lead, Outcome.NOT_YET, null, null, "anna");
    assertThat(calls.restsUntil(lead)).isEqualTo(NOON.plus(Duration.ofDays(30)));
    assertThat(calls.of(lead)).extracting(row -> row.call().note()).containsExactly("in spring", null);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void creditsTheCallToWhoMadeIt(DataSource database) {
    Calls calls = calls(database, "anna");
    calls.open(lead, "salesReps", SLA);
    calls.close(lead, Outcome.WON, null, null, "zoe");
    assertThat(calls.last(lead).call())
        .isEqualTo(new Call("zoe", "salesReps", NOON, NOON.plus(SLA), null, Outcome.WON, null, NOON));
    assertThat(calls.restsUntil(lead)).isEqualTo(NOON);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void escalatesAnOpenCallOnce(DataSource database) {
    Calls calls = calls(database, "anna");
    calls.open(lead, "salesReps", SLA);
    assertThat(calls.escalate(lead)).isTrue();
    assertThat(calls.escalate(lead)).isFalse();
    LeadId called = LeadId.next();
    calls.open(called, "salesReps", SLA);
    calls.close(called, Outcome.LOST, null, null, "anna");
    assertThat(calls.escalate(called)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void closesOnlyWhatIsOpen(DataSource database) {
    Calls calls = calls(database, "anna");
    assertThatThrownBy(() -> calls.close(lead, Outcome.WON, null, null, "anna")).isInstanceOf(NoCall.class);
    calls.open(lead, "salesReps", SLA);
    calls.close(lead, Outcome.WON, null, null, "anna");
    assertThatThrownBy(() -> calls.close(lead, Outcome.LOST, null, null, "anna")).isInstanceOf(NoCall.class);
  }

  private static Calls calls(DataSource database, String... team) {
    HandoverSettings settings =
        new HandoverSettings(LIMIT, Duration.ofDays(30), "boss@example.com", Locale.ENGLISH, ZoneOffset.UTC);
    CallTable table = new CallTable(JdbcClient.create(database));
    return new Calls(table, name -> List.of(team), settings, Clock.fixed(NOON, ZoneOffset.UTC));
  }
}
