package io.leadlifecycle.bench;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one look for due jobs costs while there are none, as PostgreSQL counts it. */
final class IdlePoll {

  private static final String LOOKS = """
      from pg_stat_statements where query like '%ACT_RU_JOB RES%'
      and dbid = (select oid from pg_database where datname = current_database())""";

  private final JdbcClient jdbc;

  IdlePoll(DataSource database) {
    jdbc = JdbcClient.create(database);
  }

  /** @return pages that it reads, in memory or not */
  double buffers(RunningNode node) throws InterruptedException {
    node.go();
    awaitLooks(1);
    awaitLooks(3);
    node.rest();
    return jdbc.sql("select sum(shared_blks_hit + shared_blks_read)::float / sum(calls) " + LOOKS)
        .query(Double.class).single();
  }

  /** Of the first one, the plan is made: that reads the catalogue. */
  private void awaitLooks(int looks) throws InterruptedException {
    jdbc.sql("select pg_stat_statements_reset()").query().singleRow();
    while (jdbc.sql("select coalesce(sum(calls), 0) " + LOOKS).query(Integer.class).single() < looks) {
      Thread.sleep(100);
    }
  }
}
