package io.leadlifecycle.lead;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stages that leads went through, and the stripes that captures of one address take turns on. */
@Component
class StageTable {

  private static final int STRIPES = 256;
  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  private final JdbcClient jdbc;

  StageTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void append(LeadId lead, Stage stage, Instant at) {
    jdbc.sql("insert into stage_change (id, lead_id, stage, at) values (?, ?, ?, ?)")
        .params(IDS.generate(), lead.value(), stage.name(), at.atOffset(ZoneOffset.UTC))
        .update();
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

  /** Waits for whoever captures an address of the same stripe; held until the transaction ends. */
  void takeTurn(EmailAddress address) {
    jdbc.sql("select stripe from address_stripe where stripe = ? for update")
        .param(Math.floorMod(address.hashCode(), STRIPES))
        .query(Integer.class)
        .single();
  }
}
