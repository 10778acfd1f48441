package io.leadlifecycle.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.TestModules;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AddressTurnsTests {

  private static final EmailAddress UNKNOWN = new EmailAddress("nobody@bau.example");
  /** The driver prepares on the server what is asked more often than this. */
  private static final int OFTEN = 6;

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void waitsForTheOneBeforeAndFindsTheLeadThatItKept(TestModules modules) throws Exception {
    Leads leads = modules.get(Leads.class);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Newcomer newcomer = new Newcomer(modules.get(DataSource.class))) {
      assertThat(Stream.generate(() -> newcomer.takesAndFinds(UNKNOWN)).limit(OFTEN)).containsOnly(Optional.empty());
      LeadId[] kept = new LeadId[1];

      Future<Optional<UUID>> found = modules.transaction().execute(status -> {
        kept[0] = modules.lead();
        EmailAddress address = leads.get(kept[0]).contact().email();
        Future<Optional<UUID>> waiting = other.submit(() -> newcomer.takesAndFinds(address));
        newcomer.awaitThatItWaits(waiting);
        return waiting;
      });

      assertThat(found.get()).contains(kept[0].value());
    } finally {
      other.shutdown();
    }
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void letsNobodyOnWhereNobodyCanWait(TestModules modules) {
    AddressTurns turns = modules.get(AddressTurns.class);
    modules.transaction().executeWithoutResult(status -> {
      status.setRollbackOnly();
      modules.get(JdbcClient.class).sql("delete from address_stripe").update();
      assertThatThrownBy(() -> turns.take(UNKNOWN)).isInstanceOf(EmptyResultDataAccessException.class);
      assertThatThrownBy(() -> turns.takeAndFind(UNKNOWN)).isInstanceOf(EmptyResultDataAccessException.class);
    });
  }

  /** Somebody else, always over the same connection. */
  private static final class Newcomer implements AutoCloseable {

    private final SingleConnectionDataSource connection;
    private final AddressTurns turns;
    private final TransactionTemplate transaction;
    private final JdbcClient observer;
    private final String blocked;

    Newcomer(DataSource database) throws SQLException {
      connection = new SingleConnectionDataSource(database.getConnection(), true);
      turns = new AddressTurns(new JdbcTemplate(connection));
      transaction = new TransactionTemplate(new JdbcTransactionManager(connection));
      observer = JdbcClient.create(new DelegatingDataSource(database)); // outside the caller's transaction
      blocked = connection.getConnection().getMetaData().getDatabaseProductName().equals("H2")
          ? "select count(*) from information_schema.sessions where blocker_id is not null"
          : "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    }

    Optional<UUID> takesAndFinds(EmailAddress address) {
      return transaction.execute(status -> turns.takeAndFind(address));
    }

    void awaitThatItWaits(Future<?> waiting) {
      while (!isAnybodyBlocked() && !waiting.isDone()) {
        Thread.onSpinWait();
      }
      assertThat(waiting).isNotDone();
    }

    private boolean isAnybodyBlocked() {
      return observer.sql(blocked).query(Integer.class).single() > 0;
    }

    @Override
    public void close() {
      connection.destroy();
    }
  }
}
