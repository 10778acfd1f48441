package io.leadlifecycle.activity;

import io.leadlifecycle.lead.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the activity ledger: added and read, never changed, and erased with their lead. */
@Component
class ActivityTable {

  private final JdbcClient jdbc;

  ActivityTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whoever asks holds the lead's lock: else two could both be told no. */
  boolean has(LeadId lead, String key) {
    return jdbc.sql("select count(*) from activity where lead_id = :lead and activity_key = :key")
        .param("lead", lead.value())
        .param("key", key)
        .query(Integer.class)
        .single() > 0;
  }

  void append(Activity activity, Instant recordedAt) {
    jdbc.sql("""
            insert into activity (lead_id, activity_key, kind, offer, stage, detail, happened_at, recorded_at)
            values (:lead, :key, :kind, :offer, :stage, :detail, :at, :recordedAt)""")
        .param("lead", activity.lead().value())
        .param("key", activity.key())
        .param("kind", activity.kind().name())
        .param("offer", activity.offer())
        .param("stage", Optional.ofNullable(activity.stage()).map(Enum::name).orElse(null))
        .param("detail", activity.detail())
        .param("at", utc(activity.at()))
        .param("recordedAt", utc(recordedAt))
        .update();
  }

  List<Activity> of(LeadId lead) {
    return jdbc.sql("""
            select * from activity where lead_id = :lead
            order by happened_at, recorded_at, activity_key""")
        .param("lead", lead.value())
        .query((row, number) -> activity(row))
        .list();
  }

  void delete(LeadId lead) {
    jdbc.sql("delete from activity where lead_id = ?").param(lead.value()).update();
  }

  private static Activity activity(ResultSet row) throws SQLException {
    return new Activity(
        new LeadId(row.getObject("lead_id", UUID.class)),
        row.getString("activity_key"),
        ActivityKind.valueOf(row.getString("kind")),
        row.getString("offer"),
        stage(row.getString("stage")),
        row.getString("detail"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable ContentStage stage(@Nullable String name) {
    return name == null ? null : ContentStage.valueOf(name);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
