package io.leadlifecycle.limits;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to whom and when. */
@Component
class LimitTable {

  private static final int STRIPES = 1024;

  private final JdbcClient jdbc;

  LimitTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Until the transaction ends, nobody else counts these subjects. Locks in one order, so that nobody waits in a
   * circle.
   */
  void takeTurn(List<String> subjects) {
    jdbc.sql("select stripe from limit_stripe where stripe in (:stripes) order by stripe for update")
        .param("stripes", subjects.stream().map(LimitTable::stripe).collect(Collectors.toCollection(TreeSet::new)))
        .query(Integer.class)
        .list();
  }

  private static int stripe(String subject) {
    return Math.floorMod(subject.hashCode(), STRIPES);
  }

  /** Whether one of them happened as often as that, or more often. */
  boolean isAnyMet(List<Bound> bounds) {
    String each = "select 1 from limit_event where subject = ? and at > ? having count(*) >= ?";
    return !jdbc.sql(bounds.stream().map(bound -> each).collect(Collectors.joining(" union all ")))
        .params(bounds.stream().flatMap(Bound::parameters).toList())
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  /** So many since then. */
  record Bound(String subject, Instant after, int most) {

    Stream<Object> parameters() {
      return Stream.of(subject, after.atOffset(ZoneOffset.UTC), most);
    }
  }

  void add(List<String> subjects, Instant at) {
    String rows = subjects.stream().map(subject -> "(?, ?)").collect(Collectors.joining(", "));
    jdbc.sql("insert into limit_event (subject, at) values " + rows)
        .params(subjects.stream()
            .flatMap(subject -> Stream.<Object>of(subject, at.atOffset(ZoneOffset.UTC)))
            .toList())
        .update();
  }

  void deleteUntil(Instant at) {
    jdbc.sql("delete from limit_event where at <= ?").param(at.atOffset(ZoneOffset.UTC)).update();
  }
}
