package io.leadlifecycle.nurture;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.leadlifecycle.GatheringJdbc;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.LeadIds;
import io.leadlifecycle.lead.Newborns;
import io.leadlifecycle.lead.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which lead is in which sequence, and until when it is left in peace. Who writes holds the lead. */
@Component
class EnrolmentTable {

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  private final JdbcClient jdbc;
  private final GatheringJdbc rows;
  private final Traces traces;

  EnrolmentTable(JdbcClient jdbc, GatheringJdbc rows, Newborns newborns) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.traces = newborns.traces();
  }

  /** @return false if the lead is in that sequence already */
  boolean add(LeadId lead, String sequence, Instant at) {
    return traces.mayBeOf(lead) ? addUnlessThere(lead, sequence, at) : addFirst(lead, sequence, at);
  }

  private boolean addFirst(LeadId lead, String sequence, Instant at) {
    rows.add(
        "insert into enrolment (id, lead_id, sequence, started_at) values (?, ?, ?, ?)",
        IDS.generate(), lead.value(), sequence, at.atOffset(ZoneOffset.UTC));
    traces.leave(lead);
    return true;
  }

  private boolean addUnlessThere(LeadId lead, String sequence, Instant at) {
    return jdbc.sql("""
            insert into enrolment (id, lead_id, sequence, started_at)
            select cast(:id as uuid), cast(:lead as uuid), cast(:sequence as varchar), cast(:at as timestamp with time zone)
            where not exists (select * from enrolment where lead_id = :lead and sequence = :sequence)""")
        .param("id", IDS.generate())
        .param("lead", lead.value())
        .param("sequence", sequence)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update() > 0;
  }

  /** In the order in which the lead came into them. */
  List<Row> of(LeadId lead) {
    return of(List.of(lead)).getOrDefault(lead, List.of());
  }

  /** The same of each of these leads that is in any. */
  Map<LeadId, List<Row>> of(Collection<LeadId> leads) {
    Map<LeadId, List<Row>> rows = new HashMap<>();
    jdbc.sql("select * from enrolment where lead_id = any(?) order by started_at, id").param(LeadIds.of(leads)).query(row -> {
      rows.computeIfAbsent(leadOf(row), lead -> new ArrayList<>()).add(row(row));
    });
    return rows;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getObject("id", UUID.class), row.getString("sequence"), at(row, "started_at"));
  }

  /** An enrolment as it is kept: its sequence may be gone from the playbook. */
  record Row(UUID id, String sequence, Instant startedAt) {}

  /** The pause that is asked for last holds. */
  void pause(LeadId lead, Instant until) {
    if (!moved(lead, until)) {
      jdbc.sql("insert into nurture_pause (lead_id, paused_until) values (?, ?)")
          .params(lead.value(), until.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  private boolean moved(LeadId lead, Instant until) {
    return jdbc.sql("update nurture_pause set paused_until = ? where lead_id = ?")
        .params(until.atOffset(ZoneOffset.UTC), lead.value())
        .update() > 0;
  }

  /** Of those leads that were ever to rest. */
  Map<LeadId, Instant> pausedUntil(Collection<LeadId> leads) {
    Map<LeadId, Instant> until = new HashMap<>();
    jdbc.sql("select * from nurture_pause where lead_id = any(?)").param(LeadIds.of(leads)).query(row -> {
      until.put(leadOf(row), at(row, "paused_until"));
    });
    return until;
  }

  /** With the pause. */
  void delete(LeadId lead) {
    jdbc.sql("delete from enrolment where lead_id = ?").param(lead.value()).update();
    jdbc.sql("delete from nurture_pause where lead_id = ?").param(lead.value()).update();
  }

  private static LeadId leadOf(ResultSet row) throws SQLException {
    return new LeadId(row.getObject("lead_id", UUID.class));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
