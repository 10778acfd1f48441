package io.leadlifecycle.limits;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to whom and when. */
@Component
class LimitTable {

  private static final int STRIPES = 64;

  private final JdbcClient jdbc;

  LimitTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Until the transaction ends, nobody else counts these subjects. Locks in one order, so that nobody waits in a
   * circle.
   */
  void takeTurn(Collection<String> subjects) {
    subjects.stream().map(subject -> Math.floorMod(subject.hashCode(), STRIPES)).distinct().sorted().forEach(
        stripe -> jdbc.sql("select stripe from limit_stripe where stripe = ? for update")
            .param(stripe)
            .query(Integer.class)
            .single());
  }

  int count(String subject, Instant after) {
    return jdbc.sql("select count(*) from limit_event where subject = ? and at > ?")
        .params(subject, after.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  void add(String subject, Instant at) {
    jdbc.sql("insert into limit_event (subject, at) values (?, ?)")
        .params(subject, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void deleteUntil(Instant at) {
    jdbc.sql("delete from limit_event where at <= ?").param(at.atOffset(ZoneOffset.UTC)).update();
  }
}
