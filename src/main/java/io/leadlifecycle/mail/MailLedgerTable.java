package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the mail ledger. {@link MailClaims} moves them on towards the mail server. */
@Component
class MailLedgerTable {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;
  private final FirstInsert firstInsert;

  MailLedgerTable(JdbcClient jdbc, NamedParameterJdbcOperations batches, FirstInsert firstInsert) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.firstInsert = firstInsert;
  }

  /**
   * @param state PENDING, or SKIPPED for a mail that is only to be accounted for
   * @return false if there is a mail of this key
   */
  boolean post(MailOrder order, MailState state, String reason, Inscription inscription) {
    return firstInsert.of(() -> insert(order, state, reason, inscription));
  }

  /** What the ledger says of a mail from the start. */
  record Inscription(String addressHash, String subject, String messageId, Instant at) {}

  private void insert(MailOrder order, MailState state, String reason, Inscription inscription) {
    Place place = order.place();
    jdbc.sql("""
            insert into mail_ledger (mail_key, mail_class, reference, address, address_hash, name, locale,
              time_zone, country, template, variables, subject, message_id, state, reason,
              posted_at, due_at, waits_for_gate, expires_at, tries)
            values (:key, :mailClass, :reference, :address, :hash, :name, :locale,
              :zone, :country, :template, :variables, :subject, :messageId, :state, :reason,
              :now, :now, false, :expires, 0)""")
        .param("key", order.key())
        .param("mailClass", order.mailClass().name())
        .param("reference", order.reference())
        .param("address", order.address())
        .param("hash", inscription.addressHash())
        .param("name", order.name())
        .param("locale", order.locale().toLanguageTag())
        .param("zone", place == null ? null : place.zone().getId())
        .param("country", place == null ? null : place.country())
        .param("template", order.template())
        .param("variables", Variables.write(order.values()))
        .param("subject", inscription.subject())
        .param("messageId", inscription.messageId())
        .param("state", state.name())
        .param("reason", reason)
        .param("now", SqlTime.of(inscription.at()))
        .param("expires", SqlTime.of(order.expires()))
        .update();
  }

  Optional<MailEntry> find(String key) {
    return jdbc.sql("select * from mail_ledger where mail_key = ?")
        .param(key)
        .query(MailLedgerTable::entry)
        .optional();
  }

  List<MailEntry> of(String reference) {
    return jdbc.sql("select * from mail_ledger where reference = ? order by posted_at, mail_key")
        .param(reference)
        .query(MailLedgerTable::entry)
        .list();
  }

  /** When the mails that wait for this gate are due, in order. Those in SENDING hold it already. */
  List<Instant> waiting(GateKey gate) {
    return jdbc.sql("""
            select due_at from mail_ledger where address_hash = :hash and mail_class = :mailClass
            and state in ('PENDING', 'CLAIMED', 'DEFERRED') order by due_at""")
        .param("hash", gate.addressHash())
        .param("mailClass", gate.mailClass().name())
        .query((row, number) -> SqlTime.in(row, "due_at"))
        .list();
  }

  Optional<Instant> nextDue() {
    return jdbc.sql("select min(due_at) as due_at from mail_ledger where state in ('PENDING', 'DEFERRED')")
        .query((row, number) -> Optional.ofNullable(SqlTime.maybeIn(row, "due_at")))
        .single();
  }

  void cancelWaiting(GateKey gate, String reason) {
    jdbc.sql("""
            update mail_ledger set state = 'CANCELLED', reason = :reason, node = null, lease_until = null
            where address_hash = :hash and mail_class = :mailClass
            and state in ('PENDING', 'CLAIMED', 'DEFERRED')""")
        .param("hash", gate.addressHash())
        .param("mailClass", gate.mailClass().name())
        .param("reason", reason)
        .update();
  }

  /**
   * Mails that wait for a gate are due when it opens, which may be sooner than was thought.
   *
   * @param opening when each gate opens
   */
  void wakeWaiting(Map<GateKey, Instant> opening) {
    batches.batchUpdate("""
        update mail_ledger set due_at = :opens
        where address_hash = :hash and mail_class = :mailClass and state = 'DEFERRED' and waits_for_gate""",
        opening.entrySet().stream()
            .map(opens -> new MapSqlParameterSource()
                .addValue("hash", opens.getKey().addressHash())
                .addValue("mailClass", opens.getKey().mailClass().name())
                .addValue("opens", SqlTime.of(opens.getValue())))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** @return false if the mail is not in one of these states */
  boolean restart(String key, Set<MailState> from, String reason, Instant now) {
    return 1 == jdbc.sql("""
            update mail_ledger
            set state = 'PENDING', reason = :reason, due_at = :now, expires_at = null, tries = 0, sent_at = null
            where mail_key = :key and state in (:from)""")
        .param("key", key)
        .param("from", from.stream().map(MailState::name).toList())
        .param("reason", reason)
        .param("now", SqlTime.of(now))
        .update();
  }

  /** The newest first. */
  List<MailEntry> in(Set<MailState> states, int atMost) {
    return jdbc.sql("""
            select * from mail_ledger where state in (:states)
            order by due_at desc, mail_key fetch first :most rows only""")
        .param("states", states.stream().map(MailState::name).toList())
        .param("most", atMost)
        .query(MailLedgerTable::entry)
        .list();
  }

  Map<MailState, Long> countByState() {
    Map<MailState, Long> counts = new EnumMap<>(MailState.class);
    jdbc.sql("select state, count(*) as mails from mail_ledger group by state")
        .query(row -> {
          counts.put(MailState.valueOf(row.getString("state")), row.getLong("mails"));
        });
    return counts;
  }

  private static MailEntry entry(ResultSet row, int number) throws SQLException {
    return new MailEntry(
        row.getString("mail_key"),
        MailClass.valueOf(row.getString("mail_class")),
        row.getString("reference"),
        row.getString("template"),
        row.getString("subject"),
        MailState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getString("message_id"),
        SqlTime.in(row, "posted_at"),
        SqlTime.in(row, "due_at"),
        SqlTime.maybeIn(row, "sent_at"));
  }
}
