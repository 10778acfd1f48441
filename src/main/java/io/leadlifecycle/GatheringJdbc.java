package io.leadlifecycle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcProperties;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The program's way to its tables. A new row of which nobody awaits an answer is gathered: what is gathered goes to the database in one
 * round trip, in its order, before the transaction does anything else this way, and before it commits. So whoever asks this way finds
 * it. JPA and the engine may not: gather no rows of tables that they read.
 */
@Component
public class GatheringJdbc extends JdbcTemplate {

  /** Each combination is a statement of its own, which the driver keeps. */
  private static final int MOST = 8;

  private final OfTransaction<List<Row>> gathered = new OfTransaction<>(ArrayList::new, rows -> sendAll());

  public GatheringJdbc(DataSource database) {
    super(database);
  }

  /** With the settings that Spring has for its own. */
  @Autowired
  GatheringJdbc(DataSource database, JdbcProperties settings) {
    this(database);
    setFetchSize(settings.getTemplate().getFetchSize());
    setMaxRows(settings.getTemplate().getMaxRows());
    Optional.ofNullable(settings.getTemplate().getQueryTimeout()).ifPresent(limit -> setQueryTimeout((int) limit.toSeconds()));
  }

  /** @param values may be null, as their types are told */
  private record Row(String insert, int[] types, Object[] values) {

    int fill(PreparedStatement statement, int before) throws SQLException {
      int index = before;
      for (int i = 0; i < values.length; i++) {
        index++;
        StatementCreatorUtils.setParameterValue(statement, index, types[i], values[i]);
      }
      return index;
    }
  }

  /**
   * Adds a row.
   *
   * @param insert with a question mark for each value
   * @param values none of them null
   */
  public void add(String insert, Object... values) {
    int[] types = new int[values.length];
    Arrays.fill(types, SqlTypeValue.TYPE_UNKNOWN);
    addAll(insert, types, List.<Object[]>of(values));
  }

  /**
   * Adds rows. A single one is gathered; several go at once, as a batch.
   *
   * @param types of the values, as {@link java.sql.Types} has them, or unknown of what is never null: where the driver has to guess
   *     the type of a null, rows are not alike
   */
  public void addAll(String insert, int[] types, List<Object[]> rows) {
    if (rows.size() == 1 && TransactionSynchronizationManager.isActualTransactionActive()) {
      gather(new Row(insert, types, rows.get(0)));
    } else if (!rows.isEmpty()) {
      batchUpdate(insert, rows, types);
    }
  }

  private void gather(Row row) {
    List<Row> rows = gathered.get();
    rows.add(row);
    if (rows.size() == MOST) {
      sendAll();
    }
  }

  /** Before whatever is done with the connection: that may begin with a savepoint, behind which all can be undone. */
  @Override
  public <T> @Nullable T execute(ConnectionCallback<T> work) {
    return super.execute((ConnectionCallback<T>) connection -> {
      send(connection);
      return work.doInConnection(connection);
    });
  }

  /** Before each statement. */
  @Override
  protected void applyStatementSettings(Statement next) throws SQLException {
    super.applyStatementSettings(next);
    send(next.getConnection());
  }

  private void sendAll() {
    execute((ConnectionCallback<Void>) connection -> null);
  }

  private void send(Connection connection) {
    gathered.find().filter(rows -> !rows.isEmpty()).ifPresent(rows -> send(rows, connection));
  }

  /** What cannot be written stays, and fails again: a caller that takes the error for its own cannot commit without it. */
  private void send(List<Row> rows, Connection connection) {
    List<Row> going = List.copyOf(rows);
    rows.clear(); // the statement that sends them is a statement, too
    boolean isWritten = false;
    try {
      write(going, connection);
      isWritten = true;
    } finally {
      rows.addAll(isWritten ? List.of() : going);
    }
  }

  private void write(List<Row> rows, Connection connection) {
    String inserts = rows.stream().map(Row::insert).collect(Collectors.joining(";\n"));
    try (PreparedStatement statement = connection.prepareStatement(inserts)) {
      super.applyStatementSettings(statement);
      int filled = 0;
      for (Row row : rows) {
        filled = row.fill(statement, filled);
      }
      statement.execute();
    } catch (SQLException e) {
      throw translateException("gathered rows", inserts, e);
    }
  }
}
