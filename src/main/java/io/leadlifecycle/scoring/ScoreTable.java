package io.leadlifecycle.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.GatheringJdbc;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.LeadIds;
import io.leadlifecycle.lead.Newborns;
import io.leadlifecycle.lead.Traces;
import io.leadlifecycle.scoring.Score.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The score of each lead as it was computed last. Who writes holds the lead's lock. */
@Component
class ScoreTable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String UPDATE = """
      update score
      set engagement = ?, fit_points = ?, fit_reason = ?, temperature = ?, reason = ?, parts = ?, computed_at = ?, settled_at = ?
      where lead_id = ?""";

  private static final String INSERT = """
      insert into score (
          engagement, fit_points, fit_reason, temperature, reason, parts, computed_at, settled_at, lead_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  /** Of both. */
  private static final int[] TYPES = {
    Types.DOUBLE, Types.INTEGER, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR,
    Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE, SqlTypeValue.TYPE_UNKNOWN
  };

  private final JdbcClient jdbc;
  private final GatheringJdbc rows;
  private final Traces traces;

  ScoreTable(JdbcClient jdbc, GatheringJdbc rows, Newborns newborns) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.traces = newborns.traces();
  }

  /** Of the leads that have one. */
  Map<LeadId, Kept> find(Set<LeadId> leads) {
    Set<LeadId> scored = traces.among(leads);
    return scored.isEmpty() ? Map.of() : look(scored);
  }

  private Map<LeadId, Kept> look(Set<LeadId> leads) {
    Map<LeadId, Kept> found = new HashMap<>();
    jdbc.sql("select lead_id, temperature, settled_at from score where lead_id = any(?)")
        .param(LeadIds.of(leads))
        .query(row -> {
          found.put(new LeadId(row.getObject("lead_id", UUID.class)), kept(row));
        });
    return found;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
    return new Kept(
        Temperature.valueOf(row.getString("temperature")), settledAt == null ? null : settledAt.toInstant());
  }

  /** What the next score has to know of the last one. */
  record Kept(@Nullable Temperature temperature, @Nullable Instant settledAt) {

    static final Kept NOTHING = new Kept(null, null);
  }

  /** A score to be kept in place of the one before. */
  record Fresh(LeadId lead, Score score, @Nullable Instant settledAt, Kept before) {

    boolean isFirst() {
      return before.temperature() == null;
    }

    boolean turnsHot() {
      return score.temperature() == Temperature.HOT && before.temperature() != Temperature.HOT;
    }
  }

  void keep(List<Fresh> scores) {
    scores.forEach(score -> traces.leave(score.lead()));
    rows.addAll(INSERT, TYPES, scores.stream().filter(Fresh::isFirst).map(ScoreTable::row).toList());
    rows.batchUpdate(UPDATE, scores.stream().filter(fresh -> !fresh.isFirst()).map(ScoreTable::row).toList(), TYPES);
  }

  private static Object[] row(Fresh fresh) {
    Score score = fresh.score();
    Instant settledAt = fresh.settledAt();
    return new Object[] {
      score.engagement(), score.fitPoints(), score.fitReason(), score.temperature().name(), score.reason(), json(score.parts()),
      utc(score.at()), settledAt == null ? null : utc(settledAt), fresh.lead().value()
    };
  }

  void delete(LeadId lead) {
    jdbc.sql("delete from score where lead_id = ?").param(lead.value()).update();
  }

  /** All that is kept of a lead's score. */
  Optional<Told> told(LeadId lead) {
    return jdbc.sql("select * from score where lead_id = ?")
        .param(lead.value())
        .query((row, number) -> new Told(
            row.getDouble("engagement"),
            row.getInt("fit_points"),
            row.getString("fit_reason"),
            Temperature.valueOf(row.getString("temperature")),
            row.getString("reason"),
            parts(row.getString("parts")),
            row.getObject("computed_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null)))
        .optional();
  }

  /** A score as it is kept. */
  record Told(
      double engagement,
      int fitPoints,
      String fitReason,
      Temperature temperature,
      String reason,
      List<Part> parts,
      Instant computedAt,
      @Nullable Instant settledAt) {}

  private static List<Part> parts(String json) {
    try {
      return List.of(JSON.readValue(json, Part[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The score table holds parts that are not JSON", e);
    }
  }

  private static String json(List<Part> parts) {
    try {
      return JSON.writeValueAsString(parts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
