package io.leadlifecycle.handover;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.leadlifecycle.handover.Rota.Load;
import io.leadlifecycle.lead.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls, one row each. */
@Component
class CallTable {

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  private final JdbcClient jdbc;

  CallTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param restsUntil end of the cooling-off; null if there is none */
  record Row(UUID id, Call call, @Nullable Instant restsUntil) {

    boolean isOpen() {
      return call.closedAt() == null;
    }
  }

  /** Waits for whoever hands a lead over, until the transaction ends: two at once would pick the same rep. */
  void takeTurn() {
    jdbc.sql("select id from handover_turn for update").query(Integer.class).single();
  }

  void open(LeadId lead, @Nullable String rep, String team, Instant now, Instant due) {
    jdbc.sql(
            """
            insert into handover_call (id, lead_id, rep, team, handed_over_at, due_at)
            values (:id, :lead, :rep, :team, :now, :due)
            """)
        .param("id", IDS.generate())
        .param("lead", lead.value())
        .param("rep", rep)
        .param("team", team)
        .param("now", utc(now))
        .param("due", utc(due))
        .update();
  }

  Map<String, Load> loads() {
    Map<String, Load> loads = new HashMap<>();
    jdbc.sql(
            """
            select rep, count(*) - count(closed_at) as open_calls, max(handed_over_at) as last_call
            from handover_call
            where rep is not null
            group by rep
            """)
        .query(row -> {
          loads.put(row.getString("rep"), new Load(row.getInt("open_calls"), instant(row, "last_call")));
        });
    return loads;
  }

  /** @return false if somebody was told before, or the call is closed */
  boolean escalate(UUID call, Instant now) {
    return jdbc.sql(
            """
            update handover_call set escalated_at = :now
            where id = :id and escalated_at is null and closed_at is null
            """)
        .param("id", call)
        .param("now", utc(now))
        .update() > 0;
  }

  void close(
      UUID call, Outcome outcome, @Nullable String note, String rep, Instant now, @Nullable Instant rest) {
    jdbc.sql(
            """
            update handover_call
            set outcome = :outcome, note = :note, rep = :rep, closed_at = :now, rests_until = :rest
            where id = :id
            """)
        .param("id", call)
        .param("outcome", outcome.name())
        .param("note", note)
        .param("rep", rep)
        .param("now", utc(now))
        .param("rest", rest == null ? null : utc(rest))
        .update();
  }

  void delete(LeadId lead) {
    jdbc.sql("delete from handover_call where lead_id = ?").param(lead.value()).update();
  }

  /** Oldest first. */
  List<Row> of(LeadId lead) {
    return jdbc.sql("select * from handover_call where lead_id = ? order by handed_over_at, id")
        .param(lead.value())
        .query((row, n) -> new Row(row.getObject("id", UUID.class), call(row), instant(row, "rests_until")))
        .list();
  }

  private static Call call(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return new Call(
        row.getString("rep"),
        row.getString("team"),
        instant(row, "handed_over_at"),
        instant(row, "due_at"),
        instant(row, "escalated_at"),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getString("note"),
        instant(row, "closed_at"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
