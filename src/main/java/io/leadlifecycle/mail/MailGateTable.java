package io.leadlifecycle.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row per address: from when on it may get the next nurture mail, and whether it may get any. */
@Component
class MailGateTable {

  private final JdbcClient jdbc;
  private final FirstInsert firstInsert;

  MailGateTable(JdbcClient jdbc, FirstInsert firstInsert) {
    this.jdbc = jdbc;
    this.firstInsert = firstInsert;
  }

  /** @param suppressedWhy null as long as mails may go there */
  record Gate(Instant nextAllowedAt, @Nullable String suppressedWhy) {}

  Optional<Gate> find(String addressHash) {
    return jdbc.sql("select * from mail_gate where address_hash = ?")
        .param(addressHash)
        .query(MailGateTable::gate)
        .optional();
  }

  /** Reads the row and keeps it from changing until the transaction ends. */
  Gate lock(String addressHash) {
    return jdbc.sql("select * from mail_gate where address_hash = ? for update")
        .param(addressHash)
        .query(MailGateTable::gate)
        .single();
  }

  void ensure(String addressHash) {
    if (find(addressHash).isEmpty()) {
      firstInsert.of(() -> jdbc.sql("""
              insert into mail_gate (address_hash, next_allowed_at, allowed_before)
              values (:hash, :ever, :ever)""")
          .param("hash", addressHash)
          .param("ever", SqlTime.of(Instant.EPOCH))
          .update());
    }
  }

  /**
   * The one place where the cap is kept: the database lets one of all that try pass, and only one.
   *
   * @return false if the gate is closed
   */
  boolean reserve(String addressHash, Instant now, Instant until) {
    return 1 == jdbc.sql("""
            update mail_gate set allowed_before = next_allowed_at, next_allowed_at = :until
            where address_hash = :hash and next_allowed_at <= :now and suppressed_at is null""")
        .param("hash", addressHash)
        .param("now", SqlTime.of(now))
        .param("until", SqlTime.of(until))
        .update();
  }

  /** The mail went out: what was reserved to be safe becomes exact. */
  void correct(String addressHash, Instant reserved, Instant next) {
    jdbc.sql("""
            update mail_gate set next_allowed_at = :next
            where address_hash = :hash and next_allowed_at = :reserved""")
        .param("hash", addressHash)
        .param("reserved", SqlTime.of(reserved))
        .param("next", SqlTime.of(next))
        .update();
  }

  /** Nothing went out: the gate is as it was. */
  void release(String addressHash, Instant reserved) {
    jdbc.sql("""
            update mail_gate set next_allowed_at = allowed_before
            where address_hash = :hash and next_allowed_at = :reserved""")
        .param("hash", addressHash)
        .param("reserved", SqlTime.of(reserved))
        .update();
  }

  void suppress(String addressHash, String why, Instant now) {
    jdbc.sql("""
            update mail_gate set suppressed_at = :now, suppressed_why = :why
            where address_hash = :hash and suppressed_at is null""")
        .param("hash", addressHash)
        .param("why", why)
        .param("now", SqlTime.of(now))
        .update();
  }

  void allow(String addressHash) {
    jdbc.sql("update mail_gate set suppressed_at = null, suppressed_why = null where address_hash = ?")
        .param(addressHash)
        .update();
  }

  private static Gate gate(ResultSet row, int number) throws SQLException {
    return new Gate(SqlTime.in(row, "next_allowed_at"), row.getString("suppressed_why"));
  }
}
