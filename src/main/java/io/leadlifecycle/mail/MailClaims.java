package io.leadlifecycle.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How nodes share out the mails that are due. A node holds a mail for the time of a lease; what it does with
 * the mail counts only as long as the mail is still its own.
 *
 * <p>Where a key names the mail, {@code coalesce} hides the state from PostgreSQL: it would go through all mails in
 * that state, since there are none most of the time.
 */
@Component
class MailClaims {

  /** Nodes look further than they take, so that they do not all stand before the same few rows. */
  private static final int LOOK_AHEAD = 8;
  /** Each part reads its end of the index, however much is due. */
  private static final String DUE = Stream.of(MailClass.values())
      .flatMap(mailClass -> Stream.of(MailState.PENDING, MailState.DEFERRED).map(state -> """
          (select mail_key, mail_class, due_at, posted_at from mail_ledger
          where mail_class = '%s' and state = '%s' and due_at <= :now
          order by due_at, posted_at, mail_key fetch first :most rows only)""".formatted(mailClass, state)))
      .collect(Collectors.joining(" union all ", "select mail_key from (", """
          ) due order by mail_class desc, due_at, posted_at, mail_key fetch first :most rows only"""));

  private final NamedParameterJdbcOperations jdbc;
  private final TransactionTemplate transactions;
  private final Variables variables;

  MailClaims(NamedParameterJdbcOperations jdbc, TransactionTemplate transactions, Variables variables) {
    this.jdbc = jdbc;
    this.variables = variables;
    this.transactions = transactions;
  }

  /** What was asked for goes first, then what has been due for longest. */
  List<DueMail> claim(String node, Instant now, Instant leaseUntil, int batch) {
    List<String> due = due(now, batch * LOOK_AHEAD);
    return due.isEmpty() ? List.of() : transactions.execute(transaction -> {
      List<String> locked = lock(due, batch);
      return locked.isEmpty() ? List.of() : take(locked, node, now, leaseUntil);
    });
  }

  private List<String> due(Instant now, int atMost) {
    return jdbc.queryForList(DUE, Map.of("now", SqlTime.of(now), "most", atMost), String.class);
  }

  /** In small steps: databases look for the keys in an order of their own. */
  private List<String> lock(List<String> keys, int atMost) {
    List<String> locked = new ArrayList<>();
    for (int from = 0; from < keys.size() && locked.size() < atMost; from += atMost) {
      List<String> next = keys.subList(from, Math.min(from + atMost, keys.size()));
      locked.addAll(lockFree(next, "state in ('PENDING', 'DEFERRED')", atMost - locked.size()));
    }
    return locked;
  }

  /** Not in one query with the search for what is due: H2 locks all that it sorts. */
  private List<String> lockFree(List<String> keys, String condition, int atMost) {
    return jdbc.queryForList(
        "select mail_key from mail_ledger where mail_key = any(:keys) and " + condition
            + " fetch first :most rows only for update skip locked",
        Map.of("keys", array(keys), "most", atMost), String.class);
  }

  private List<DueMail> take(List<String> keys, String node, Instant now, Instant leaseUntil) {
    Map<String, Object> claim = Map.of(
        "keys", array(keys), "node", node, "now", SqlTime.of(now), "lease", SqlTime.of(leaseUntil));
    jdbc.update("""
        update mail_ledger
        set state = 'CLAIMED', reason = 'Is about to be sent', node = :node, lease_until = :lease
        where mail_key = any(:keys) and state in ('PENDING', 'DEFERRED') and due_at <= :now""",
        claim);
    Map<String, RuntimeException> unreadable = new HashMap<>();
    List<DueMail> mails = jdbc.query("""
        select * from mail_ledger where mail_key = any(:keys) and coalesce(state, '') = 'CLAIMED' and node = :node
        order by mail_class desc, due_at, posted_at, mail_key""",
        claim, (row, number) -> mail(row, unreadable)).stream().filter(Objects::nonNull).toList();
    unreadable.forEach((key, why) -> fail(key, "Cannot be read: " + why.getMessage()));
    return mails;
  }

  /** One row that makes no sense must not keep all others from being sent. */
  private @Nullable DueMail mail(ResultSet row, Map<String, RuntimeException> unreadable)
      throws SQLException {
    try {
      return mail(row);
    } catch (RuntimeException why) {
      unreadable.put(row.getString("mail_key"), why);
      return null;
    }
  }

  private void fail(String key, String reason) {
    jdbc.update("""
        update mail_ledger set state = 'FAILED', reason = :reason, node = null, lease_until = null
        where mail_key = :key""",
        Map.of("key", key, "reason", presentable(reason)));
  }

  /** @return for each, whether it is this node's still, and now being sent */
  List<Boolean> startSending(List<DueMail> mails, Instant leaseUntil) {
    return batch("""
        update mail_ledger set state = 'SENDING', reason = 'Is being sent', lease_until = :lease,
          text_hash = :textHash, template_version = :templateVersion
        where mail_key = :key and node = :node and coalesce(state, '') = 'CLAIMED'""",
        mails.stream().map(mail -> parameters(mail, mail.print()).addValue("lease", SqlTime.of(leaseUntil))));
  }

  /** @return the keys of those that this node is sending and may still send, since nobody objected meanwhile */
  Set<String> maySend(List<DueMail> mails, Instant now) {
    return Set.copyOf(jdbc.queryForList("""
        select mail_key from mail_ledger mail where mail_key = any(:keys) and node = :node
        and coalesce(state, '') = 'SENDING' and lease_until > :now
        and not exists (select 1 from mail_gate gate where gate.address_hash = mail.address_hash
          and gate.mail_class = mail.mail_class and gate.suppressed_at is not null)""",
        Map.of(
            "keys", array(mails.stream().map(DueMail::key).toList()), "node", mails.get(0).node(),
            "now", SqlTime.of(now)),
        String.class));
  }

  /** @return for each, whether it was this node's still: if not, nothing happens to it */
  List<Boolean> finish(List<Outcome> outcomes) {
    List<Boolean> ours = batch("""
        update mail_ledger
        set state = :to, reason = :reason, due_at = coalesce(:due, due_at), sent_at = :sent,
          waits_for_gate = :gated, tries = tries + :try, node = null, lease_until = null,
          variables = case when :over then '' else variables end
        where mail_key = :key and node = :node and coalesce(state, '') in ('CLAIMED', 'SENDING')""",
        outcomes.stream().map(MailClaims::parameters));
    IntStream.range(0, outcomes.size()).filter(ours::get).mapToObj(outcomes::get).forEach(Tally::of);
    return ours;
  }

  /** Of however many keys, it is one value: so the statement stays the same, and is prepared once. */
  private static String[] array(List<String> keys) {
    return keys.toArray(String[]::new);
  }

  private List<Boolean> batch(String sql, Stream<MapSqlParameterSource> rows) {
    MapSqlParameterSource[] parameters = rows.toArray(MapSqlParameterSource[]::new);
    int[] hits = parameters.length == 0 ? new int[0] : jdbc.batchUpdate(sql, parameters);
    return IntStream.of(hits).mapToObj(hit -> hit == 1).toList();
  }

  private static MapSqlParameterSource parameters(DueMail mail) {
    return new MapSqlParameterSource().addValue("key", mail.key()).addValue("node", mail.node());
  }

  private static MapSqlParameterSource parameters(DueMail mail, @Nullable Print print) {
    return parameters(mail)
        .addValue("textHash", print == null ? null : print.textHash(), Types.VARCHAR)
        .addValue("templateVersion", print == null ? null : print.templateVersion(), Types.VARCHAR);
  }

  private static MapSqlParameterSource parameters(Outcome outcome) {
    NextState next = outcome.next();
    return parameters(outcome.mail())
        .addValue("to", next.to().name())
        .addValue("reason", presentable(next.reason()))
        .addValue("due", SqlTime.of(next.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("sent", SqlTime.of(next.sentAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("gated", next.waitsForGate())
        .addValue("try", next.isTry() ? 1 : 0)
        .addValue("over", next.to().isOver());
  }

  /**
   * Takes mails away from nodes that did not finish in time. What may have arrived is not sent again: it
   * counts as sent at the last instant at which that node could have sent it.
   */
  void endRunOutLeases(Instant now) {
    List<String> runOut = jdbc.queryForList(
        "select mail_key from mail_ledger where state in ('CLAIMED', 'SENDING') and lease_until <= :now",
        Map.of("now", SqlTime.of(now)), String.class);
    if (!runOut.isEmpty()) {
      transactions.executeWithoutResult(transaction -> endLeases(
          lockFree(runOut, "state in ('CLAIMED', 'SENDING')", runOut.size()), now));
    }
  }

  private void endLeases(List<String> keys, Instant now) {
    if (keys.isEmpty()) {
      return;
    }
    Map<String, Object> parameters = Map.of("keys", array(keys), "now", SqlTime.of(now), "tries", BackOff.tries());
    int unknown = jdbc.update("""
        update mail_ledger
        set state = 'UNKNOWN', reason = 'The node that was sending it went silent: it may have arrived',
          sent_at = lease_until, node = null, lease_until = null
        where mail_key = any(:keys) and state = 'SENDING' and mail_class = 'NURTURE' and lease_until <= :now""",
        parameters);
    int givenUp = jdbc.update("""
        update mail_ledger
        set state = 'FAILED', reason = 'Given up: each node that was sending it went silent',
          node = null, lease_until = null
        where mail_key = any(:keys) and state = 'SENDING' and tries >= :tries and lease_until <= :now""",
        parameters);
    jdbc.update("""
        update mail_ledger
        set tries = case when state = 'SENDING' then tries + 1 else tries end,
          state = 'PENDING', reason = 'Waits again: the node that had it went silent',
          node = null, lease_until = null
        where mail_key = any(:keys) and state in ('CLAIMED', 'SENDING') and lease_until <= :now""",
        parameters);
    Tally.of(MailClass.NURTURE, MailState.UNKNOWN, unknown);
    Tally.of(MailClass.SERVICE, MailState.FAILED, givenUp);
  }

  /** A reason may quote a mail server: PostgreSQL keeps no NUL. */
  private static String presentable(String reason) {
    String line = reason.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= 1000 ? line : line.substring(0, 1000);
  }

  private DueMail mail(ResultSet row) throws SQLException {
    return new DueMail(
        row.getString("mail_key"),
        row.getString("node"),
        MailClass.valueOf(row.getString("mail_class")),
        row.getString("address"),
        row.getString("address_hash"),
        row.getString("name"),
        Locale.forLanguageTag(row.getString("locale")),
        MailLedgerTable.placeIn(row),
        row.getString("template"),
        variables.read(row.getString("variables")),
        row.getString("message_id"),
        SqlTime.in(row, "due_at"),
        SqlTime.maybeIn(row, "expires_at"),
        row.getInt("tries"),
        null);
  }
}
