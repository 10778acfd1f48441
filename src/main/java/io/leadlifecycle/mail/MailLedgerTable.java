package io.leadlifecycle.mail;

import io.leadlifecycle.Arrears;
import io.leadlifecycle.OfTransaction;
import io.leadlifecycle.calendar.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The rows of the mail ledger. {@link MailClaims} moves them on towards the mail server. */
@Component
class MailLedgerTable {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;
  private final FirstInsert firstInsert;
  private final Variables variables;
  private final OfTransaction<List<NewLine>> newLines = new OfTransaction<>(ArrayList::new, this::write);

  MailLedgerTable(
      JdbcClient jdbc, NamedParameterJdbcOperations batches, FirstInsert firstInsert, Variables variables) {
    this.variables = variables;
    this.jdbc = jdbc;
    this.batches = batches;
    this.firstInsert = firstInsert;
  }

  private static final String INSERT = """
      insert into mail_ledger (mail_key, mail_class, reference, consent, address, address_hash, name, locale,
        time_zone, country, template, variables, subject, message_id, state, reason,
        posted_at, due_at, waits_for_gate, expires_at, tries)
      values (:key, :mailClass, :reference, :consent, :address, :hash, :name, :locale,
        :zone, :country, :template, :variables, :subject, :messageId, :state, :reason,
        :now, :now, false, :expires, 0)""";

  /*
   * An address has few mails that wait, all together may have many. By statistics from a time when nothing waited, PostgreSQL
   * would read all that waits and pick the address out: so it is not told beforehand which states these are.
   */
  static final String WAITING_NURTURE = """
      select * from mail_ledger
      where address_hash = any(?) and mail_class = 'NURTURE'
      and state = any(array(select state from (values ('PENDING'), ('CLAIMED'), ('DEFERRED')) waiting (state)))
      order by due_at, posted_at, mail_key""";

  static final String HELD = """
      select * from mail_ledger
      where address_hash = any(?) and waits_for_gate
      and state = any(array(select state from (values ('DEFERRED')) held (state)))""";

  /** @return false if there is a mail of this key */
  boolean post(NewLine line) {
    return firstInsert.of(() -> insert(List.of(line)));
  }

  /** Keeps a line back until the transaction commits, or somebody asks the ledger: then it is written with others. */
  void postAtCommit(NewLine line) {
    newLines.get().add(line);
    if (line.state() == MailState.SKIPPED) {
      Tally.of(line.order().mailClass(), line.state(), 1);
    }
  }

  /** Whoever asks or changes the ledger meets all that was posted before. */
  private JdbcClient jdbc() {
    writeNewLines();
    return jdbc;
  }

  private NamedParameterJdbcOperations batches() {
    writeNewLines();
    return batches;
  }

  private void writeNewLines() {
    newLines.find().ifPresent(this::write);
  }

  private void write(List<NewLine> lines) {
    insert(lines);
    lines.clear();
  }

  /** All of them, or none where it throws since there is a mail of one of their keys. */
  private void insert(List<NewLine> lines) {
    batches.batchUpdate(
        INSERT,
        lines.stream().map(line -> line.columns(variables)).toArray(MapSqlParameterSource[]::new));
  }

  Optional<MailEntry> find(String key) {
    return jdbc().sql("select * from mail_ledger where mail_key = ?")
        .param(key)
        .query(MailLedgerTable::entry)
        .optional();
  }

  Optional<MailEntry> withMessageId(String messageId) {
    return jdbc().sql("select * from mail_ledger where message_id = ?")
        .param(messageId)
        .query(MailLedgerTable::entry)
        .optional();
  }

  Optional<String> addressHashOf(String key) {
    return jdbc().sql("select address_hash from mail_ledger where mail_key = ?")
        .param(key)
        .query(String.class)
        .optional();
  }

  List<MailEntry> of(String reference) {
    return of(List.of(reference)).getOrDefault(reference, List.of());
  }

  /** The same of each of these references of which there are any. */
  Map<String, List<MailEntry>> of(Collection<String> references) {
    return jdbc().sql("select * from mail_ledger where reference = any(?) order by posted_at, mail_key")
        .param(new SqlArrayValue("varchar", references.toArray()))
        .query(MailLedgerTable::entry)
        .list()
        .stream()
        .collect(Collectors.groupingBy(MailEntry::reference));
  }

  /** Whatever their state: a node that has one under way will find out. */
  void delete(String reference) {
    jdbc().sql("delete from mail_ledger where reference = ?").param(reference).update();
  }

  /** All mails of that reference with everything in them, oldest first. */
  List<Posted> told(String reference) {
    return jdbc().sql("select * from mail_ledger where reference = ? order by posted_at, mail_key")
        .param(reference)
        .query(this::posted)
        .list();
  }

  /**
   * A line of the ledger with what only its reader may see.
   *
   * @param values what stands in the places that the template leaves open
   */
  record Posted(
      MailEntry mail,
      String address,
      String name,
      String locale,
      @Nullable String timeZone,
      @Nullable String country,
      Map<String, String> values,
      @Nullable Instant expiresAt,
      int tries) {}

  private Posted posted(ResultSet row, int number) throws SQLException {
    return new Posted(
        entry(row, number),
        row.getString("address"),
        row.getString("name"),
        row.getString("locale"),
        row.getString("time_zone"),
        row.getString("country"),
        variables.readOrNothing(row.getString("variables")),
        SqlTime.maybeIn(row, "expires_at"),
        row.getInt("tries"));
  }

  /** Nurture mails that wait, by their addresses' hashes, due first. Those in SENDING hold their gate already. */
  Map<String, List<Waiting>> waitingNurture(Collection<String> hashes) {
    return jdbc().sql(WAITING_NURTURE)
        .param(new SqlArrayValue("varchar", hashes.toArray()))
        .query((row, number) -> Waiting.of(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(waiting -> waiting.gate().addressHash()));
  }

  /** Those of them that wait since one of these gates was not open. */
  List<Waiting> held(Collection<GateKey> gates) {
    if (gates.isEmpty()) {
      return List.of();
    }
    return jdbc().sql(HELD)
        .param(new SqlArrayValue("varchar", gates.stream().map(GateKey::addressHash).toArray()))
        .query((row, number) -> Waiting.of(row))
        .list();
  }

  /**
   * A mail that waits for its gate.
   *
   * @param reason what it waits for, for a person to read
   * @param place null if it may go at any hour
   * @param expires null if it does not
   */
  record Waiting(
      String key,
      GateKey gate,
      Instant dueAt,
      String reason,
      @Nullable Place place,
      @Nullable Instant expires) {

    private static Waiting of(ResultSet row) throws SQLException {
      return new Waiting(
          row.getString("mail_key"),
          new GateKey(row.getString("address_hash"), MailClass.valueOf(row.getString("mail_class"))),
          SqlTime.in(row, "due_at"),
          row.getString("reason"),
          placeIn(row),
          SqlTime.maybeIn(row, "expires_at"));
    }

    Waiting until(Instant due, String reason) {
      return new Waiting(key, gate, due, reason, place, expires);
    }

    boolean isTooLate() {
      return expires != null && expires.isBefore(SqlTime.rounded(dueAt));
    }
  }

  static @Nullable Place placeIn(ResultSet row) throws SQLException {
    String zone = row.getString("time_zone");
    return zone == null
        ? null
        : new Place(ZoneId.of(zone), row.getString("country")).of(row.getString("reference"));
  }

  /** Reads no more than its end of the index, and no row. */
  Arrears.Due due(MailClass mailClass, Instant now) {
    return jdbc().sql("""
            select count(*) as mails, min(due_at) as since from (
              (select due_at from mail_ledger where mail_class = :mailClass and state = 'PENDING'
                and due_at <= :now order by due_at fetch first :most rows only)
              union all
              (select due_at from mail_ledger where mail_class = :mailClass and state = 'DEFERRED'
                and due_at <= :now order by due_at fetch first :most rows only)) due""")
        .param("mailClass", mailClass.name())
        .param("now", SqlTime.of(now))
        .param("most", Arrears.WORTH_COUNTING)
        .query((row, number) -> new Arrears.Due(row.getInt("mails"), SqlTime.maybeIn(row, "since")))
        .single();
  }

  Optional<Instant> nextDue() {
    return jdbc().sql("select min(due_at) as due_at from mail_ledger where state in ('PENDING', 'DEFERRED')")
        .query((row, number) -> Optional.ofNullable(SqlTime.maybeIn(row, "due_at")))
        .single();
  }

  void cancelWaiting(GateKey gate, String reason) {
    int cancelled = batches().update("""
        update mail_ledger
        set state = 'CANCELLED', reason = :reason, node = null, lease_until = null, variables = ''
        where address_hash = :hash and mail_class = :mailClass
        and state in ('PENDING', 'CLAIMED', 'DEFERRED')""",
        parameters(gate).addValue("reason", reason));
    Tally.of(gate.mailClass(), MailState.CANCELLED, cancelled);
  }

  /** What they wait for comes at another time than was thought; for some, that is too late. */
  void reschedule(List<Waiting> mails) {
    if (!mails.isEmpty()) {
      int[] moved = batches().batchUpdate("""
          update mail_ledger
          set due_at = :due, reason = :reason, state = :state,
            variables = case when :state = 'EXPIRED' then '' else variables end
          where mail_key = :key and state = 'DEFERRED' and waits_for_gate""",
          mails.stream()
              .map(mail -> new MapSqlParameterSource()
                  .addValue("key", mail.key())
                  .addValue("state", mail.isTooLate() ? MailState.EXPIRED.name() : MailState.DEFERRED.name())
                  .addValue("reason", mail.isTooLate() ? "Could not be sent before it expired" : mail.reason())
                  .addValue("due", SqlTime.of(mail.dueAt())))
              .toArray(MapSqlParameterSource[]::new));
      IntStream.range(0, moved.length)
          .filter(n -> mails.get(n).isTooLate())
          .forEach(n -> Tally.of(mails.get(n).gate().mailClass(), MailState.EXPIRED, moved[n]));
    }
  }

  /** @return false if the mail does not wait any more */
  boolean leaveOut(String key, String reason) {
    return 1 == jdbc().sql("""
            update mail_ledger
            set state = 'SKIPPED', reason = :reason, node = null, lease_until = null, variables = ''
            where mail_key = :key and state in ('PENDING', 'CLAIMED', 'DEFERRED')""")
        .param("key", key)
        .param("reason", reason)
        .update();
  }

  /** @return false if the mail does not wait any more, or waits longer anyway */
  boolean postpone(String key, Instant until, String reason) {
    return 1 == jdbc().sql("""
            update mail_ledger
            set state = 'DEFERRED', reason = :reason, due_at = :until, waits_for_gate = false,
              node = null, lease_until = null
            where mail_key = :key and state in ('PENDING', 'CLAIMED', 'DEFERRED') and due_at < :until""")
        .param("key", key)
        .param("reason", reason)
        .param("until", SqlTime.of(until))
        .update();
  }

  private static MapSqlParameterSource parameters(GateKey gate) {
    return new MapSqlParameterSource()
        .addValue("hash", gate.addressHash())
        .addValue("mailClass", gate.mailClass().name());
  }

  /**
   * A mail that was asked for stays as stale as it was: its link is.
   *
   * @return false if the mail is not in one of these states, or its reader got the same by another mail
   */
  boolean restart(String key, Set<MailState> from, String reason, Instant now) {
    return 1 == jdbc().sql("""
            update mail_ledger mail
            set state = 'PENDING', reason = :reason, due_at = :now, tries = 0, sent_at = null,
              expires_at = case when mail_class = 'SERVICE' then expires_at else null end
            where mail_key = :key and state in (:from)
            and not exists (select 1 from mail_ledger other where other.reference = mail.reference
              and other.template = mail.template and other.mail_key <> mail.mail_key
              and mail.mail_class = 'NURTURE'
              and other.state in ('PENDING', 'CLAIMED', 'SENDING', 'DEFERRED', 'SENT', 'UNKNOWN'))""")
        .param("key", key)
        .param("from", from.stream().map(MailState::name).toList())
        .param("reason", reason)
        .param("now", SqlTime.of(now))
        .update();
  }

  /** The newest first. */
  List<MailEntry> in(Set<MailState> states, int atMost) {
    return jdbc().sql("""
            select * from mail_ledger where state in (:states)
            order by due_at desc, mail_key fetch first :most rows only""")
        .param("states", states.stream().map(MailState::name).toList())
        .param("most", atMost)
        .query(MailLedgerTable::entry)
        .list();
  }

  Map<MailState, Long> countByState() {
    Map<MailState, Long> counts = new EnumMap<>(MailState.class);
    jdbc().sql("select state, count(*) as mails from mail_ledger group by state")
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
        SqlTime.maybeIn(row, "sent_at"),
        row.getString("consent"),
        row.getString("text_hash"),
        row.getString("template_version"));
  }
}
