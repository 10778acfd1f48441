package io.leadlifecycle.journey;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts that a process was not told yet, as Spring Modulith keeps them. */
@Component
class UntoldTable {

  private final JdbcClient jdbc;

  UntoldTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes out those that name this lead: there is nobody left to tell. */
  void delete(UUID lead) {
    jdbc.sql("delete from event_publication where serialized_event like ?").param("%" + lead + "%").update();
  }
}
