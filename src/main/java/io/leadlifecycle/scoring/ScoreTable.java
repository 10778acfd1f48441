package io.leadlifecycle.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.scoring.Score.Part;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The score of each lead as it was computed last. Who writes holds the lead's lock. */
@Component
class ScoreTable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String UPDATE = """
      update score
      set engagement = :engagement, fit_points = :fitPoints, fit_reason = :fitReason,
          temperature = :temperature, reason = :reason, parts = :parts,
          computed_at = :computedAt, settled_at = :settledAt
      where lead_id = :lead""";

  private static final String INSERT = """
      insert into score (
          lead_id, engagement, fit_points, fit_reason, temperature, reason, parts, computed_at, settled_at)
      values (
          :lead, :engagement, :fitPoints, :fitReason, :temperature, :reason, :parts, :computedAt,
          :settledAt)""";

  private final JdbcClient jdbc;

  ScoreTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Kept> find(LeadId lead) {
    return jdbc.sql("select temperature, settled_at from score where lead_id = :lead")
        .param("lead", lead.value())
        .query((row, number) -> new Kept(
            Temperature.valueOf(row.getString("temperature")),
            Optional.ofNullable(row.getObject("settled_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null)))
        .optional();
  }

  /** What the next score has to know of the last one. */
  record Kept(Temperature temperature, @Nullable Instant settledAt) {}

  void keep(LeadId lead, Score score, @Nullable Instant settledAt) {
    if (write(UPDATE, lead, score, settledAt) == 0) {
      write(INSERT, lead, score, settledAt);
    }
  }

  private int write(String sql, LeadId lead, Score score, @Nullable Instant settledAt) {
    return jdbc.sql(sql)
        .param("lead", lead.value())
        .param("engagement", score.engagement())
        .param("fitPoints", score.fitPoints())
        .param("fitReason", score.fitReason())
        .param("temperature", score.temperature().name())
        .param("reason", score.reason())
        .param("parts", json(score.parts()))
        .param("computedAt", utc(score.at()))
        .param("settledAt", settledAt == null ? null : utc(settledAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
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
