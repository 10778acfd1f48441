package io.leadlifecycle.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the mail ledger. {@link MailClaims} moves them on towards the mail server. */
@Component
class MailLedgerTable {

  private final JdbcClient jdbc;
  private final FirstInsert firstInsert;

  MailLedgerTable(JdbcClient jdbc, FirstInsert firstInsert) {
    this.jdbc = jdbc;
    this.firstInsert = firstInsert;
  }

  /** @return false if there is a mail of this key */
  boolean post(MailOrder order, String addressHash, String subject, String messageId, Instant now) {
    return firstInsert.of(() -> insert(order, addressHash, subject, messageId, now));
  }

  private void insert(MailOrder order, String addressHash, String subject, String messageId, Instant now) {
    jdbc.sql("""
            insert into mail_ledger (mail_key, mail_class, reference, address, address_hash, name, locale,
              template, variables, subject, message_id, state, reason,
              posted_at, due_at, expires_at, tries)
            values (:key, :mailClass, :reference, :address, :hash, :name, :locale,
              :template, :variables, :subject, :messageId, 'PENDING', 'Waits to be sent',
              :now, :now, :expires, 0)""")
        .param("key", order.key())
        .param("mailClass", order.mailClass().name())
        .param("reference", order.reference())
        .param("address", order.address())
        .param("hash", addressHash)
        .param("name", order.name())
        .param("locale", order.locale().toLanguageTag())
        .param("template", order.template())
        .param("variables", Variables.write(order.values()))
        .param("subject", subject)
        .param("messageId", messageId)
        .param("now", SqlTime.of(now))
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

  /** When the nurture mails that wait for this address are due, in order. Those in SENDING hold the gate. */
  List<Instant> waiting(String addressHash) {
    return jdbc.sql("""
            select due_at from mail_ledger where address_hash = :hash and mail_class = 'NURTURE'
            and state in ('PENDING', 'CLAIMED', 'DEFERRED') order by due_at""")
        .param("hash", addressHash)
        .query((row, number) -> SqlTime.in(row, "due_at"))
        .list();
  }

  Optional<Instant> nextDue() {
    return jdbc.sql("select min(due_at) as due_at from mail_ledger where state in ('PENDING', 'DEFERRED')")
        .query((row, number) -> Optional.ofNullable(SqlTime.maybeIn(row, "due_at")))
        .single();
  }

  void cancelWaiting(String addressHash, String reason) {
    jdbc.sql("""
            update mail_ledger set state = 'CANCELLED', reason = :reason, node = null, lease_until = null
            where address_hash = :hash and mail_class = 'NURTURE'
            and state in ('PENDING', 'CLAIMED', 'DEFERRED')""")
        .param("hash", addressHash)
        .param("reason", reason)
        .update();
  }

  /** Mails that waited for a reservation of the gate wait for what came of it instead. */
  void pullForward(String addressHash, Instant reserved, Instant allowed) {
    jdbc.sql("""
            update mail_ledger set due_at = :allowed
            where address_hash = :hash and mail_class = 'NURTURE'
            and state = 'DEFERRED' and due_at = :reserved""")
        .param("hash", addressHash)
        .param("reserved", SqlTime.of(reserved))
        .param("allowed", SqlTime.of(allowed))
        .update();
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
