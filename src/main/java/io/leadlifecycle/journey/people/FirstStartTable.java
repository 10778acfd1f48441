package io.leadlifecycle.journey.people;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers the first start, and makes nodes that start together take turns. */
@Component
class FirstStartTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  FirstStartTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Waits until no other node is setting up, and makes others wait until the transaction ends.
   *
   * @return whether this is the first time
   */
  boolean lock() {
    return jdbc.sql("select done_at from first_start where id = 1 for update")
        .query((row, number) -> row.getTimestamp("done_at") == null)
        .single();
  }

  void done() {
    jdbc.sql("update first_start set done_at = :at where id = 1 and done_at is null")
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
