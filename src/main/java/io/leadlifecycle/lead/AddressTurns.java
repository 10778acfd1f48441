package io.leadlifecycle.lead;

import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Captures of one address take turns: each sees the lead that the one before it kept. */
@Component
class AddressTurns {

  private static final int STRIPES = 256;
  private static final String TAKE = "select stripe from address_stripe where stripe = ? for update";
  private static final String FIND = "select id from lead where email = ?";

  private final JdbcTemplate jdbc;
  private final boolean answersBoth;

  /** @throws MetaDataAccessException if the database does not say whether it answers two statements at once */
  AddressTurns(JdbcTemplate jdbc, DataSource database) throws MetaDataAccessException {
    this.jdbc = jdbc;
    this.answersBoth = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::supportsMultipleResultSets);
  }

  /** Waits for whoever captures an address of the same stripe; held until the transaction ends. */
  void take(EmailAddress address) {
    jdbc.queryForObject(TAKE, Integer.class, stripe(address));
  }

  /**
   * Takes the turn, then looks.
   *
   * @return the id of the lead of that address, if there is one
   */
  Optional<UUID> takeAndFind(EmailAddress address) {
    if (answersBoth) {
      return inOneRoundTrip(address);
    }
    take(address);
    return jdbc.queryForList(FIND, UUID.class, address.value()).stream().findFirst();
  }

  /** Two statements none the less: a single one would look before it waits. */
  private Optional<UUID> inOneRoundTrip(EmailAddress address) {
    return jdbc.execute(TAKE + ";\n" + FIND, (PreparedStatementCallback<Optional<UUID>>) statement -> {
      statement.setInt(1, stripe(address));
      statement.setString(2, address.value());
      statement.execute();
      statement.getMoreResults();
      return first(statement);
    });
  }

  private static Optional<UUID> first(PreparedStatement answered) throws SQLException {
    try (ResultSet ids = answered.getResultSet()) {
      return ids.next() ? Optional.of(ids.getObject(1, UUID.class)) : Optional.empty();
    }
  }

  private static int stripe(EmailAddress address) {
    return Math.floorMod(address.hashCode(), STRIPES);
  }
}
