package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.nurture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.leadlifecycle.CrashablePostgres;
import io.leadlifecycle.mail.Checkpoints.Moment;
import io.leadlifecycle.mail.MailNode.Orders;
import io.leadlifecycle.smtp.MailSink;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** The database goes away between the steps of a mail. Judged by the mail server's own log. */
class DatabaseFaultTests {

  private static final Duration LEASE = Duration.ofSeconds(4);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int ADDRESSES = 6;

  @TempDir
  static Path folder;

  private static CrashablePostgres postgres;

  private final OffsetClock clock = new OffsetClock();
  private final AtomicBoolean once = new AtomicBoolean();
  private MailSink server;
  private HikariDataSource pool;

  @BeforeAll
  static void startDatabase() {
    postgres = new CrashablePostgres(folder);
  }

  @AfterAll
  static void stopDatabase() {
    postgres.close();
  }

  @BeforeEach
  void open() {
    server = new MailSink(clock);
    pool = MailNode.open(postgres.url());
    JdbcClient.create(pool).sql("truncate table mail_ledger, mail_gate").update();
  }

  @AfterEach
  void close() {
    pool.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource(value = Moment.class, mode = Mode.EXCLUDE, names = "SETTLED")
  void doublesAndLosesNothingWhenTheConnectionsAreCut(Moment worst) {
    assertKeepsItsPromises(worst, this::cutConnections);
  }

  @ParameterizedTest
  @EnumSource(value = Moment.class, mode = Mode.EXCLUDE, names = "SETTLED")
  void doublesAndLosesNothingWhenTheDatabaseCrashes(Moment worst) {
    assertKeepsItsPromises(worst, postgres::crash);
  }

  /** What a mail server answered is known, and is written down when the database is back. */
  @Test
  void remembersTheAnswersOfTheMailServerUntilTheDatabaseIsBack() {
    Mails mails = postAll(at(Moment.ANSWERED, postgres::crash));
    assertThatThrownBy(mails::dispatch).isInstanceOf(RuntimeException.class);
    postgres.revive();
    dispatch(mails);

    assertThat(audit(mails).unknown()).isZero();
    assertThat(server.mails()).hasSize(ADDRESSES);
  }

  @Test
  void writesTheAnswersDownBeforeItStops() {
    MailParts node = MailNode.parts(pool, orders(), clock, at(Moment.ANSWERED, postgres::crash));
    postAll(node.mails());
    dispatched(node.mails());
    postgres.revive();
    pool.getHikariPoolMXBean().softEvictConnections();
    awaitPool();
    node.dispatcher().stop();

    assertThat(node.mails().of("lead-1")).extracting(MailEntry::state)
        .doesNotContain(MailState.CLAIMED, MailState.SENDING);
    assertThat(audit(node.mails()).unknown()).isZero();
  }

  /** The longer the database was away, the more rarely the pool tries: it may notice late that it is back. */
  private void awaitPool() {
    while (!isReached()) {
      Thread.onSpinWait();
    }
  }

  private boolean isReached() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(0);
    } catch (SQLException away) {
      return false;
    }
  }

  /** Another transaction holds a mail's row and wants its gate, while the node holds the gate and wants the row. */
  @Test
  void triesAgainWhenItWasTheVictimOfADeadlock() throws Exception {
    Mails mails = postAll(Checkpoints.NONE);
    mails.dispatch();
    assertThat(server.mails()).hasSize(ADDRESSES);
    clock.jump(DAY);
    try (Connection other = pool.getConnection(); Statement sql = other.createStatement()) {
      other.setAutoCommit(false);
      sql.execute("set local deadlock_timeout = '60s'");
      Mails victim = node(at(Moment.WRITTEN, () -> begin(sql)));
      Thread second = new Thread(() -> wantTheGates(sql));
      second.start();
      assertThatThrownBy(victim::dispatch).isInstanceOf(DataAccessException.class);
      second.join();
      other.rollback();
      finish(victim);
    }
    assertThat(audit(mails).isClean()).as("%s", audit(mails)).isTrue();
    assertThat(server.mails()).hasSize(2 * ADDRESSES);
  }

  private static void begin(Statement sql) {
    execute(sql, "select * from mail_ledger where state = 'CLAIMED' for update");
  }

  private void wantTheGates(Statement sql) {
    JdbcClient observer = JdbcClient.create(pool);
    while (observer.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
        .query(Integer.class).single() == 0) {
      Thread.onSpinWait();
    }
    execute(sql, "update mail_gate set version = version");
  }

  private static void execute(Statement sql, String text) {
    try {
      sql.execute(text);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertKeepsItsPromises(Moment worst, Runnable fault) {
    Mails mails = postAll(at(worst, fault));
    dispatched(mails);
    postgres.revive();
    finish(mails);
    Audit audit = audit(mails);

    assertThat(once).isTrue();
    assertThat(audit.isClean()).as("%s", audit).isTrue();
    assertThat(audit.accepted() + audit.unknown() - audit.unknownAccepted()).isEqualTo(2 * ADDRESSES);
    assertThat(audit.unknown()).isLessThanOrEqualTo(4);
  }

  /**
   * Whether no fault of the database was in the way: the connection pool may find out by itself that its
   * connections are dead, before anybody uses them. Where assertions are on, PostgreSQL's driver has one of its
   * own that fails when a connection dies in the middle of a batch.
   */
  private static boolean dispatched(Mails mails) {
    try {
      mails.dispatch();
      return true;
    } catch (DataAccessException | TransactionException | AssertionError away) {
      LoggerFactory.getLogger(DatabaseFaultTests.class).info("As expected: {}", away.getMessage());
      return false;
    }
  }

  /** As the program does, again and again until nothing is due. */
  private void finish(Mails mails) {
    for (int days = 0; days < 4; days++) {
      dispatch(mails);
      clock.jump(Duration.ofSeconds(10));
      dispatch(mails);
      clock.jump(DAY.plus(LEASE));
    }
  }

  /** Connections that are dead without knowing it are found out one after the other. */
  private static void dispatch(Mails mails) {
    assertThat(Stream.generate(() -> dispatched(mails)).limit(20).anyMatch(done -> done)).isTrue();
  }

  private Checkpoints at(Moment worst, Runnable fault) {
    return moment -> {
      if (moment == worst && once.compareAndSet(false, true)) {
        fault.run();
      }
    };
  }

  private void cutConnections() {
    try (Connection connection = DriverManager.getConnection(postgres.url());
        Statement sql = connection.createStatement()) {
      sql.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() "
          + "and backend_type = 'client backend'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Mails postAll(Checkpoints checkpoints) {
    return postAll(node(checkpoints));
  }

  private static Mails postAll(Mails mails) {
    for (int i = 0; i < ADDRESSES; i++) {
      mails.post(nurture("one:" + i, "reader" + i + "@example.com"));
      mails.post(nurture("two:" + i, "reader" + i + "@example.com"));
    }
    return mails;
  }

  private Mails node(Checkpoints checkpoints) {
    return MailNode.parts(pool, orders(), clock, checkpoints).mails();
  }

  private Orders orders() {
    return new Orders(postgres.url(), server.port(), "1 per P1D", LEASE, "", "");
  }

  private Audit audit(Mails mails) {
    return Audit.of(server.mails(), mails.of("lead-1"), orders().settings().cap());
  }
}
