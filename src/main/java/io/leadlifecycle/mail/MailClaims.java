package io.leadlifecycle.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How nodes share out the mails that are due. A node holds a mail for the time of a lease; what it does with
 * the mail counts only as long as the mail is still its own.
 */
@Component
class MailClaims {

  /** Nodes look further than they take, so that they do not all stand before the same few rows. */
  private static final int LOOK_AHEAD = 8;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  MailClaims(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  List<DueMail> claim(String node, Instant now, Instant leaseUntil, int batch) {
    List<String> due = due(now, batch * LOOK_AHEAD);
    return due.isEmpty() ? List.of() : transactions.execute(transaction -> {
      List<String> locked = lock(due, batch);
      return locked.isEmpty() ? List.of() : take(locked, node, now, leaseUntil);
    });
  }

  private List<String> due(Instant now, int atMost) {
    return jdbc.sql("""
            select mail_key from mail_ledger where state in ('PENDING', 'DEFERRED') and due_at <= :now
            order by due_at, posted_at, mail_key fetch first :most rows only""")
        .param("now", SqlTime.of(now))
        .param("most", atMost)
        .query(String.class)
        .list();
  }

  /** Not in one query with the search for what is due: H2 locks all that it sorts. */
  private List<String> lock(List<String> keys, int atMost) {
    return jdbc.sql("""
            select mail_key from mail_ledger where mail_key in (:keys) and state in ('PENDING', 'DEFERRED')
            fetch first :most rows only for update skip locked""")
        .param("keys", keys)
        .param("most", atMost)
        .query(String.class)
        .list();
  }

  private List<DueMail> take(List<String> keys, String node, Instant now, Instant leaseUntil) {
    jdbc.sql("""
            update mail_ledger
            set state = 'CLAIMED', reason = 'Is about to be sent', node = :node, lease_until = :lease
            where mail_key in (:keys) and state in ('PENDING', 'DEFERRED') and due_at <= :now""")
        .param("keys", keys)
        .param("node", node)
        .param("now", SqlTime.of(now))
        .param("lease", SqlTime.of(leaseUntil))
        .update();
    return jdbc.sql("""
            select * from mail_ledger where mail_key in (:keys) and state = 'CLAIMED' and node = :node
            order by due_at, posted_at, mail_key""")
        .param("keys", keys)
        .param("node", node)
        .query(MailClaims::mail)
        .list();
  }

  /** @return false if the mail is no longer this node's */
  boolean startSending(DueMail mail, Instant leaseUntil) {
    return 1 == jdbc.sql("""
            update mail_ledger
            set state = 'SENDING', reason = 'Is being sent', tries = tries + 1, lease_until = :lease
            where mail_key = :key and node = :node and state = 'CLAIMED'""")
        .param("key", mail.key())
        .param("node", mail.node())
        .param("lease", SqlTime.of(leaseUntil))
        .update();
  }

  /** @return false if the mail is no longer this node's */
  boolean finish(DueMail mail, MailState from, Turn turn) {
    return 1 == jdbc.sql("""
            update mail_ledger
            set state = :to, reason = :reason, due_at = coalesce(:due, due_at), sent_at = :sent,
              node = null, lease_until = null
            where mail_key = :key and node = :node and state = :from""")
        .param("key", mail.key())
        .param("node", mail.node())
        .param("from", from.name())
        .param("to", turn.to().name())
        .param("reason", shortened(turn.reason()))
        .param("due", SqlTime.of(turn.dueAt()))
        .param("sent", SqlTime.of(turn.sentAt()))
        .update();
  }

  /** Takes mails away from nodes that did not finish in time. What may have arrived is not sent again. */
  void endRunOutLeases(Instant now) {
    jdbc.sql("""
            update mail_ledger
            set state = 'UNKNOWN', reason = 'The node that was sending it went silent: it may have arrived',
              sent_at = :now, node = null, lease_until = null
            where state = 'SENDING' and mail_class = 'NURTURE' and lease_until <= :now""")
        .param("now", SqlTime.of(now))
        .update();
    jdbc.sql("""
            update mail_ledger
            set state = 'PENDING', reason = 'Waits again: the node that had it went silent',
              node = null, lease_until = null
            where (state = 'CLAIMED' or state = 'SENDING' and mail_class = 'SERVICE')
            and lease_until <= :now""")
        .param("now", SqlTime.of(now))
        .update();
  }

  private static String shortened(String reason) {
    return reason.length() <= 1000 ? reason : reason.substring(0, 1000);
  }

  private static DueMail mail(ResultSet row, int number) throws SQLException {
    return new DueMail(
        row.getString("mail_key"),
        row.getString("node"),
        MailClass.valueOf(row.getString("mail_class")),
        row.getString("address"),
        row.getString("address_hash"),
        row.getString("name"),
        Locale.forLanguageTag(row.getString("locale")),
        row.getString("template"),
        Variables.read(row.getString("variables")),
        row.getString("message_id"),
        SqlTime.maybeIn(row, "expires_at"),
        row.getInt("tries"));
  }
}
