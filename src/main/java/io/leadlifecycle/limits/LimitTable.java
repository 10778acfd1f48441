package io.leadlifecycle.limits;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to whom and when. */
@Component
class LimitTable {

  private final JdbcClient jdbc;

  LimitTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Until the transaction ends, nobody else counts these subjects. Locks in one order, so that nobody waits in a
   * circle.
   */
  void takeTurn(List<Share> shares) {
    Set<Integer> stripes = shares.stream().map(Share::stripe).collect(Collectors.toCollection(TreeSet::new));
    int locked = jdbc.sql("select stripe from limit_stripe where stripe in (:stripes) order by stripe for update")
        .param("stripes", stripes)
        .query(Integer.class)
        .list()
        .size();
    if (locked != stripes.size()) {
      throw new IllegalStateException("Some of the stripes " + stripes + " are missing: nobody can wait there");
    }
  }

  /** Whether nobody else counts it now; nobody does then until the transaction ends. Waits for nobody. */
  boolean takesTurnAtOnce(Share share) {
    return jdbc.sql("select stripe from limit_stripe where stripe = ? for update skip locked")
        .param(share.stripe())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** The subjects of those that happened as often as that, or more often. */
  Set<String> met(List<Bound> bounds) {
    String each = "select max(subject) from limit_event where subject = ? and at > ? having count(*) >= ?";
    return jdbc.sql(bounds.stream().map(bound -> each).collect(Collectors.joining(" union all ")))
        .params(bounds.stream().flatMap(Bound::parameters).toList())
        .query(String.class)
        .set();
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
