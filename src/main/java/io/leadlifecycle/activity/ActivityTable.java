package io.leadlifecycle.activity;

import io.leadlifecycle.GatheringJdbc;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.LeadIds;
import io.leadlifecycle.lead.Newborns;
import io.leadlifecycle.lead.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.stereotype.Component;

/** The rows of the activity ledger: added and read, never changed, and erased with their lead. */
@Component
class ActivityTable {

  private static final int[] TYPES = {
    SqlTypeValue.TYPE_UNKNOWN, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR,
    Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE
  };

  private final GatheringJdbc jdbc;
  private final Traces traces;

  ActivityTable(GatheringJdbc jdbc, Newborns newborns) {
    this.jdbc = jdbc;
    this.traces = newborns.traces();
  }

  void append(List<Activity> activities, Instant recordedAt) {
    activities.forEach(activity -> traces.leave(activity.lead()));
    jdbc.addAll(
        """
        insert into activity (lead_id, activity_key, kind, offer, stage, detail, happened_at, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""",
        TYPES,
        activities.stream().map(activity -> row(activity, recordedAt)).toList());
  }

  private static Object[] row(Activity activity, Instant recordedAt) {
    ContentStage stage = activity.stage();
    return new Object[] {
      activity.lead().value(), activity.key(), activity.kind().name(), activity.offer(),
      stage == null ? null : stage.name(), activity.detail(), utc(activity.at()), utc(recordedAt)
    };
  }

  /** All that these leads did, oldest first. */
  List<Activity> of(Set<LeadId> leads) {
    Set<LeadId> active = traces.among(leads);
    return active.isEmpty() ? List.of() : jdbc.query(
        "select * from activity where lead_id = any(?) order by happened_at, recorded_at, activity_key",
        (row, number) -> activity(row),
        LeadIds.of(active));
  }

  void delete(LeadId lead) {
    jdbc.update("delete from activity where lead_id = ?", lead.value());
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
