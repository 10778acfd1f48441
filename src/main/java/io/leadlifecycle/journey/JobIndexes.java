package io.leadlifecycle.journey;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Indexes for the engine's search for due jobs, oldest first. No index of its own serves it: with a million waiting
 * timers each look reads tens of thousands of pages.
 */
final class JobIndexes {

  static final String DUE = "leads_job_due";
  static final String LOCKED = "leads_job_locked";

  private static final Map<String, String> ON_H2 = Map.of(DUE, "act_ru_job (duedate_)");

  /** Only of what the search can find: smaller, and not touched when a job is locked. */
  private static final Map<String, String> ON_POSTGRES = new TreeMap<>(Map.of(
      DUE, "act_ru_job (duedate_) where retries_ > 0 and suspension_state_ = 1",
      LOCKED, "act_ru_job (lock_exp_time_) where lock_owner_ is not null"));

  private JobIndexes() {}

  /** Repeatable. */
  static void lay(JdbcClient database) {
    ON_H2.forEach((name, on) -> database.sql("create index if not exists " + name + " on " + on).update());
  }

  /**
   * On PostgreSQL, while other nodes go on working. Repeatable: an index that was not finished, because its node
   * died, is laid anew.
   */
  static void layBesideWork(JdbcClient database) {
    ON_POSTGRES.forEach((name, on) -> {
      if (isUnfinished(database, name)) {
        database.sql("drop index concurrently " + name).update();
      }
      database.sql("create index concurrently if not exists " + name + " on " + on).update();
    });
  }

  private static boolean isUnfinished(JdbcClient database, String name) {
    return database.sql("""
            select count(*) from pg_index join pg_class on pg_class.oid = indexrelid
            where relname = :name and not indisvalid and pg_table_is_visible(indrelid)""")
        .param("name", name)
        .query(Integer.class)
        .single() > 0;
  }
}
