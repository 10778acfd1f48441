package io.leadlifecycle.lead;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.SingleColumnRowMapper;
import org.springframework.stereotype.Component;

/** Captures of one address take turns: each sees the lead that the one before it kept. A turn lasts until its transaction ends. */
@Component
class AddressTurns {

  private static final int STRIPES = 256;
  private static final String TAKE = "select stripe from address_stripe where stripe = ? for update";
  private static final String FIND = "select id from lead where email = ?";

  private final JdbcTemplate jdbc;
  private final boolean answersBoth;

  AddressTurns(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.answersBoth = answersBoth(jdbc);
  }

  /** PostgreSQL's driver takes two statements and answers both, and says so. H2 would answer the first one only. */
  private static boolean answersBoth(JdbcTemplate jdbc) {
    return Boolean.TRUE.equals(
        jdbc.execute((ConnectionCallback<Boolean>) open -> open.getMetaData().supportsMultipleResultSets()));
  }

  /** Waits for whoever captures an address of the same stripe. */
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
      DataAccessUtils.requiredSingleResult(answer(statement, Integer.class));
      statement.getMoreResults();
      return answer(statement, UUID.class).stream().findFirst();
    });
  }

  private static <T> List<T> answer(PreparedStatement asked, Class<T> type) throws SQLException {
    try (ResultSet rows = asked.getResultSet()) {
      return new RowMapperResultSetExtractor<>(SingleColumnRowMapper.newInstance(type)).extractData(rows);
    }
  }

  private static int stripe(EmailAddress address) {
    return Math.floorMod(address.hashCode(), STRIPES);
  }
}
