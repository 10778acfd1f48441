package io.leadlifecycle.journey;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What PostgreSQL was asked meanwhile, as it counts itself: how often, by verb and table such as {@code update lead}. A
 * batch counts as many times as it has rows.
 */
record MailStatements(Map<String, Long> times) {

  private static final Pattern NAME = Pattern.compile(
      "(?is)\\s*(?:(select) .*?\\bfrom (\\w+)|(update) (\\w+)|(insert) into (\\w+)|(delete) from (\\w+)|(commit)).*");

  static MailStatements during(JdbcClient jdbc, Runnable work) {
    jdbc.sql("create extension if not exists pg_stat_statements").update();
    jdbc.sql("select pg_stat_statements_reset()").query().singleRow();
    work.run();
    Map<String, Long> times = new TreeMap<>();
    jdbc.sql("""
            select query, case when query like 'insert%' then rows else calls end as times from pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database())
            and query not like '%pg_stat_statements%'""")
        .query(row -> {
          Matcher name = NAME.matcher(row.getString("query"));
          if (name.matches()) {
            times.merge(named(name), row.getLong("times"), Long::sum);
          }
        });
    return new MailStatements(times);
  }

  private static String named(Matcher match) {
    StringBuilder name = new StringBuilder();
    for (int group = 1; group <= match.groupCount(); group++) {
      name.append(match.group(group) == null ? "" : " " + match.group(group).toLowerCase());
    }
    return name.substring(1);
  }

  /** Those that were asked so often. */
  List<String> asked(LongPredicate often) {
    return times.entrySet().stream()
        .filter(statement -> often.test(statement.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
