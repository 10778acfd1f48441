package io.leadlifecycle.journey;

import io.leadlifecycle.Arrears;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells operators of leads' timers, and other work of the engine, whose time has come. The same on all nodes. */
@Component
class JobBacklog implements MeterBinder {

  private final JdbcClient jdbc;
  private final Clock clock;

  JobBacklog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    new Arrears(clock::instant, this::due).show(meters, "leads.jobs.due", "Jobs of the engine", Tags.empty());
  }

  /** Reads no more than the due end of {@link JobIndexes#DUE}. */
  private Arrears.Due due(Instant now) {
    return jdbc.sql("""
            select count(*) as jobs, min(duedate_) as since from (
              select duedate_ from act_ru_job
              where retries_ > 0 and suspension_state_ = 1 and duedate_ <= :now
              order by duedate_ fetch first :most rows only) due""")
        .param("now", Timestamp.from(now))
        .param("most", Arrears.WORTH_COUNTING)
        .query((row, number) -> new Arrears.Due(row.getInt("jobs"), instant(row.getTimestamp("since"))))
        .single();
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
