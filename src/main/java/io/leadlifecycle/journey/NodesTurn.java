package io.leadlifecycle.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What only one node of PostgreSQL's may do at a time. */
final class NodesTurn {

  /** Any number that nobody else uses on this database. */
  private static final long LOCK = 7_201_524_381L;

  private NodesTurn() {}

  /**
   * Waits for its turn, and ends it with the work. Waiting is asking again and again: who waits inside one statement
   * would hold up an index that is laid beside running work, for which PostgreSQL waits for all older statements.
   *
   * @param work on a connection of its own, outside of transactions
   */
  static void take(DataSource database, Consumer<JdbcClient> work) {
    try (Connection connection = database.getConnection()) {
      JdbcClient own = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      while (!isMine(own)) {
        own.sql("select pg_sleep(0.2)").query().singleRow();
      }
      try {
        work.accept(own);
      } finally {
        own.sql("select pg_advisory_unlock(:lock)").param("lock", LOCK).query().singleRow();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database gives no connection", e);
    }
  }

  private static boolean isMine(JdbcClient own) {
    return own.sql("select pg_try_advisory_lock(:lock)").param("lock", LOCK).query(Boolean.class).single();
  }
}
