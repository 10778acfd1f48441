package io.leadlifecycle.bench;

import io.leadlifecycle.Fingerprint;
import io.leadlifecycle.bench.LeadRows.Cell;
import io.leadlifecycle.bench.LeadRows.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What becomes of a model lead's values in the lead of number {@code n}, as SQL: each name of its own becomes
 * another one, the same wherever it stands; instants are moved; all else stays.
 */
final class Likeness {

  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String ADDRESS = "('reader' || n || '@firm' || n % 1000 || '.example')";

  /** When the model lead's next mail is due hangs on these, and on no other instant. */
  private static final Set<String> AHEAD = Set.of("enrolment.started_at", "act_ru_job.duedate_");

  /** By the name, the expression for its like. */
  private final Map<String, String> names = new LinkedHashMap<>();

  /** @param shared ids that all leads have in common, such as the model's */
  Likeness(LeadRows model, Set<String> shared) {
    names.put(model.address(), ADDRESS);
    for (Hashes hash : Hashes.values()) {
      names.put(hash.of(model.address()), hash.sql(ADDRESS));
    }
    model.values().forEach(value -> addIds(value, shared));
    model.of("consent_request").forEach(request -> addRandom(request.value("token_hash")));
    model.of("mail_ledger").forEach(mail -> addRandom(mail.value("text_hash")));
    model.of("mail_gate").forEach(gate -> addMoments(gate.value("sent")));
    model.of("mail_ledger").forEach(this::addMessageId);
  }

  private void addIds(String value, Set<String> shared) {
    UUID.matcher(value).results().map(MatchResult::group).filter(id -> !shared.contains(id)).forEach(this::addId);
  }

  /** Ids that were given out one after the other lie beside each other, as the program's do. */
  private void addId(String id) {
    names.put(id, "'%s' || substr(x, 1, 4) || '-%s' || substr(x, 5, 3) || '%s'"
        .formatted(id.substring(0, 9), id.substring(14, 15), id.substring(18)));
  }

  private void addRandom(String hash) {
    names.put(hash, "encode(sha256(convert_to('%s' || n, 'UTF8')), 'hex')".formatted(hash));
  }

  private void addMoments(String micros) {
    for (String each : micros.split(" ")) {
      names.put(each, "(%s + (extract(epoch from life) * 1000000)::bigint)::text".formatted(each));
    }
  }

  private void addMessageId(Row mail) {
    String key = mail.value("mail_key");
    names.put(Fingerprint.of(key).substring(0, 32),
        "left(encode(sha256(convert_to(%s, 'UTF8')), 'hex'), 32)".formatted(text(key)));
  }

  /** In terms of n, of x, which is n with seven hexadecimal digits, and of two distances: life and ahead. */
  String sql(Row row, String column) {
    Cell cell = row.cells().get(column);
    if (cell.value() == null) {
      return "null";
    }
    if (cell.type().startsWith("timestamp")) {
      boolean isAhead = AHEAD.contains(row.table() + "." + column);
      return "%s::%s + %s".formatted(quoted(cell.value()), cell.type(), isAhead ? "ahead" : "life");
    }
    return "(" + text(cell.value()) + ")::" + cell.type();
  }

  private String text(String value) {
    StringBuilder sql = new StringBuilder();
    Matcher name = anyName().matcher(value);
    int end = 0;
    while (name.find()) {
      sql.append(quoted(value.substring(end, name.start()))).append(" || ");
      sql.append(names.get(name.group())).append(" || ");
      end = name.end();
    }
    return sql.append(quoted(value.substring(end))).toString();
  }

  private Pattern anyName() {
    return Pattern.compile(names.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
