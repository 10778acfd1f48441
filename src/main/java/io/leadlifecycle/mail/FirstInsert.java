package io.leadlifecycle.mail;

import java.sql.Savepoint;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Inserts a row unless its key is taken, however many try at once. PostgreSQL gives up the whole transaction
 * on a duplicate key, and that transaction is the caller's: hence the savepoint.
 */
@Component
class FirstInsert {

  private final JdbcOperations jdbc;

  FirstInsert(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** @return false if the key was taken */
  boolean of(Runnable insert) {
    boolean joins = TransactionSynchronizationManager.isActualTransactionActive();
    return joins ? inTransaction(insert) : attempt(insert);
  }

  private boolean inTransaction(Runnable insert) {
    ConnectionCallback<Boolean> guarded = connection -> {
      Savepoint before = connection.setSavepoint();
      boolean first = attempt(insert);
      if (!first) {
        connection.rollback(before);
      }
      connection.releaseSavepoint(before);
      return first;
    };
    return Boolean.TRUE.equals(jdbc.execute(guarded));
  }

  private static boolean attempt(Runnable insert) {
    try {
      insert.run();
      return true;
    } catch (DuplicateKeyException taken) {
      return false;
    }
  }
}
