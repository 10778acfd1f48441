package io.leadlifecycle.lead;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.leadlifecycle.GatheringJdbc;
import io.leadlifecycle.privacy.Person;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stages that leads went through. */
@Component
class StageTable {

  private static final UUID FIRST = new UUID(0, 0);
  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  private final JdbcClient jdbc;
  private final GatheringJdbc rows;

  StageTable(JdbcClient jdbc, GatheringJdbc rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  void append(LeadId lead, Stage stage, Instant at) {
    rows.add(
        "insert into stage_change (id, lead_id, stage, at) values (?, ?, ?, ?)",
        IDS.generate(), lead.value(), stage.name(), at.atOffset(ZoneOffset.UTC));
  }

  List<StageChange> of(LeadId lead) {
    return jdbc.sql("select stage, at from stage_change where lead_id = ? order by at, id")
        .param(lead.value())
        .query(
            (row, n) ->
                new StageChange(
                    Stage.valueOf(row.getString("stage")),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** How far the leads have come that were captured since then. */
  Progress progress(Instant since) {
    return jdbc.sql(
            """
            select count(*) as captured, count(admitted) as admitted, count(fitting) as fitting,
              count(nurtured) as nurtured, count(handed_over) as handed_over, count(won) as won
            from (
              select lead.id,
                max(case when stage_change.stage = 'QUALIFYING' then 1 end) as admitted,
                max(case when lead.fit in ('GOOD_FIT', 'LOW_CHANCE') then 1 end) as fitting,
                max(case when stage_change.stage = 'NURTURED' then 1 end) as nurtured,
                max(case when stage_change.stage = 'CALLING' then 1 end) as handed_over,
                max(case when lead.stage = 'CUSTOMER' then 1 end) as won
              from lead left join stage_change on stage_change.lead_id = lead.id
              where lead.captured_at >= ?
              group by lead.id) reached
            """)
        .param(since.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Progress(
                    row.getLong("captured"), row.getLong("admitted"), row.getLong("fitting"),
                    row.getLong("nurtured"), row.getLong("handed_over"), row.getLong("won")))
        .single();
  }

  void delete(LeadId lead) {
    jdbc.sql("delete from stage_change where lead_id = ?").param(lead.value()).update();
  }

  /**
   * Leads without a running process that have been in that stage since then, in the order of their ids. Of those
   * that did not confirm, since when they were last asked to.
   *
   * @param after only leads behind this one; null for all
   */
  List<Person> stoppedIn(Stage stage, Instant until, @Nullable Person after, int atMost) {
    return jdbc.sql(
            """
            select id, email from lead
            where not running and stage = :stage and id > :after
              and case when stage = 'NOT_CONFIRMED' then coalesce(
                  (select max(at) from stage_change where lead_id = lead.id and stage_change.stage = 'CONFIRMING'),
                  stage_since)
                else stage_since end <= :until
            order by id fetch first :most rows only
            """)
        .param("stage", stage.name())
        .param("after", after == null ? FIRST : after.lead())
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("most", atMost)
        .query((row, n) -> new Person(row.getObject("id", UUID.class), row.getString("email")))
        .list();
  }
}
