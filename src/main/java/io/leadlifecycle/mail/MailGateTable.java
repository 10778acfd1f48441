package io.leadlifecycle.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** One row per address and class of mail. */
@Component
class MailGateTable {

  /** The newest mail stands last, in microseconds, which have 16 digits until 2286. */
  private static final String IDLE = """
      suppressed_at is null and frequency is null and (paused_until is null or paused_until < :time)
      and right(sent, 16) < :micros""";

  private final NamedParameterJdbcOperations jdbc;
  private final FirstInsert firstInsert;

  MailGateTable(NamedParameterJdbcOperations jdbc, FirstInsert firstInsert) {
    this.jdbc = jdbc;
    this.firstInsert = firstInsert;
  }

  Optional<Gate> find(GateKey key) {
    return Optional.ofNullable(find(List.of(key)).get(key));
  }

  /** In the order of their keys. */
  Map<GateKey, Gate> find(Collection<GateKey> keys) {
    return find(keys, "");
  }

  private Map<GateKey, Gate> find(Collection<GateKey> keys, String andThen) {
    if (keys.isEmpty()) {
      return new TreeMap<>();
    }
    String[] hashes = keys.stream().map(GateKey::addressHash).distinct().sorted().toArray(String[]::new);
    return jdbc
        .query(
            "select * from mail_gate where address_hash = any(:hashes) " + andThen,
            Map.of("hashes", hashes),
            MailGateTable::gate)
        .stream()
        .filter(gate -> keys.contains(gate.key()))
        .collect(Collectors.toMap(Gate::key, gate -> gate, (one, same) -> one, TreeMap::new));
  }

  /** Gates of nurture mails by their addresses' hashes, of those that there are. */
  Map<String, Gate> nurture(Collection<String> hashes) {
    return jdbc
        .query(
            "select * from mail_gate where address_hash = any(:hashes) and mail_class = 'NURTURE'",
            Map.of("hashes", new SqlArrayValue("varchar", hashes.toArray())),
            MailGateTable::gate)
        .stream()
        .collect(Collectors.toMap(gate -> gate.key().addressHash(), gate -> gate));
  }

  /** The gates of these keys; those that were not there before let everything pass. */
  Map<GateKey, Gate> ensure(Collection<GateKey> keys) {
    Map<GateKey, Gate> found = find(keys);
    List<GateKey> missing = keys.stream().filter(key -> !found.containsKey(key)).distinct().sorted().toList();
    if (!missing.isEmpty()) {
      if (!begin(missing)) {
        missing.forEach(key -> begin(List.of(key)));
      }
      found.putAll(find(missing));
    }
    return found;
  }

  /** @return false if another node began one of them meanwhile */
  private boolean begin(List<GateKey> keys) {
    return firstInsert.of(() -> batch("""
        insert into mail_gate (address_hash, mail_class, version, sent) values (:hash, :mailClass, 0, '')""",
        keys.stream().map(MailGateTable::parameters)));
  }

  /** Keeps these gates, and those of the other class, from changing until the transaction ends, and reads them. */
  Map<GateKey, Gate> lock(Collection<GateKey> keys) {
    return find(keys, "order by address_hash, mail_class for update");
  }

  /** The same, also for a gate that was not there, or that was taken for idle at this very moment. */
  Gate hold(GateKey key) {
    ensure(List.of(key));
    Gate locked = lock(List.of(key)).get(key);
    return locked == null ? hold(key) : locked;
  }

  /** The next gates that would let everything pass which such a gate lets pass. */
  List<GateKey> idle(Instant sentBefore, String afterHash, int atMost) {
    return jdbc.query("select address_hash, mail_class from mail_gate where address_hash > :after and " + IDLE
            + " order by address_hash fetch first " + atMost + " rows only",
        idle(sentBefore).addValue("after", afterHash), MailGateTable::key);
  }

  /** Unless it has changed meanwhile. */
  void deleteIdle(GateKey key, Instant sentBefore) {
    jdbc.update("delete from mail_gate where address_hash = :hash and mail_class = :mailClass and " + IDLE,
        idle(sentBefore).addValues(parameters(key).getValues()));
  }

  private static MapSqlParameterSource idle(Instant sentBefore) {
    return new MapSqlParameterSource()
        .addValue("time", SqlTime.of(sentBefore))
        .addValue("micros", written(List.of(sentBefore)));
  }

  /**
   * The one place where the cap is kept: of all that saw the same gate and want to change it, the database
   * lets one have its way, and only one. That one keeps it from changing until its transaction ends.
   *
   * @param wanted gates as they shall be, with the version that was seen, in the order of their keys
   * @return those that have changed since: they stay as they are
   */
  Set<GateKey> change(Collection<Gate> wanted) {
    int[] hits = batch("""
        update mail_gate set version = version + 1, sent = :sent
        where address_hash = :hash and mail_class = :mailClass and version = :version""",
        wanted.stream().map(MailGateTable::parameters));
    Iterator<Gate> gates = wanted.iterator();
    return IntStream.of(hits)
        .mapToObj(hit -> Map.entry(gates.next().key(), hit == 0))
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** For gates that are locked. */
  void save(Stream<Gate> gates) {
    batch("""
        update mail_gate
        set version = version + 1, sent = :sent, frequency = :frequency, paused_until = :pausedUntil
        where address_hash = :hash and mail_class = :mailClass""",
        gates.map(MailGateTable::parameters));
  }

  /** The first reason stays; the last time counts. */
  void suppress(GateKey key, String why, Instant now) {
    jdbc.update("""
        update mail_gate
        set version = version + 1, suppressed_at = :now, suppressed_why = coalesce(suppressed_why, :why)
        where address_hash = :hash and mail_class = :mailClass""",
        parameters(key).addValue("now", SqlTime.of(now)).addValue("why", why));
  }

  void allow(GateKey key) {
    jdbc.update("""
        update mail_gate set version = version + 1, suppressed_at = null, suppressed_why = null
        where address_hash = :hash and mail_class = :mailClass""",
        parameters(key));
  }

  /** @return false if it is suppressed, and has been so since that instant or later: it stays so */
  boolean allow(GateKey key, Instant since) {
    return jdbc.update("""
        update mail_gate set version = version + 1, suppressed_at = null, suppressed_why = null
        where address_hash = :hash and mail_class = :mailClass
          and (suppressed_at is null or suppressed_at < :since)""",
        parameters(key).addValue("since", SqlTime.of(since))) == 1;
  }

  private int[] batch(String sql, Stream<MapSqlParameterSource> rows) {
    MapSqlParameterSource[] parameters = rows.toArray(MapSqlParameterSource[]::new);
    return parameters.length == 0 ? new int[0] : jdbc.batchUpdate(sql, parameters);
  }

  private static MapSqlParameterSource parameters(GateKey key) {
    return new MapSqlParameterSource()
        .addValue("hash", key.addressHash())
        .addValue("mailClass", key.mailClass().name());
  }

  private static MapSqlParameterSource parameters(Gate gate) {
    Preference preference = gate.preference();
    return parameters(gate.key())
        .addValue("version", gate.version())
        .addValue("sent", written(gate.sent()))
        .addValue("frequency", preference.frequency() == null ? null : preference.frequency().name())
        .addValue("pausedUntil", SqlTime.of(preference.pausedUntil()));
  }

  private static String written(List<Instant> sent) {
    return sent.stream()
        .map(instant -> String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, instant)))
        .collect(Collectors.joining(" "));
  }

  private static List<Instant> read(String sent) {
    return Stream.of(sent.split(" "))
        .filter(micros -> !micros.isEmpty())
        .map(micros -> Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS))
        .toList();
  }

  private static GateKey key(ResultSet row, int number) throws SQLException {
    return new GateKey(row.getString("address_hash"), MailClass.valueOf(row.getString("mail_class")));
  }

  private static Gate gate(ResultSet row, int number) throws SQLException {
    return new Gate(
        key(row, number),
        row.getLong("version"),
        read(row.getString("sent")),
        new Preference(frequency(row.getString("frequency")), SqlTime.maybeIn(row, "paused_until")),
        row.getString("suppressed_why"));
  }

  private static @Nullable Frequency frequency(@Nullable String name) {
    return name == null ? null : Frequency.valueOf(name);
  }
}
