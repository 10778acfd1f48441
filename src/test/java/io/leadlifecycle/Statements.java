package io.leadlifecycle;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one PostgreSQL database was asked to do, as it counts itself. */
public final class Statements {

  private final JdbcClient jdbc;

  public Statements(DataSource database) {
    jdbc = JdbcClient.create(database);
    jdbc.sql("create extension if not exists pg_stat_statements").update();
  }

  /** How many there were so far that begin with that, but for those that ask for this. */
  public long beginningWith(String words) {
    return jdbc.sql("""
            select coalesce(sum(calls), 0) from pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database())
              and query ilike ? and query not like '%pg_stat_statements%'""")
        .param(words + "%")
        .query(Long.class)
        .single();
  }

  /** How many there were so far. */
  public long all() {
    return beginningWith("");
  }
}
