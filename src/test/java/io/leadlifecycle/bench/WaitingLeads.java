package io.leadlifecycle.bench;

import io.leadlifecycle.bench.LeadRows.Row;
import io.leadlifecycle.lead.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts leads into a database of PostgreSQL that wait for their next mail, by the hundred thousand: each is what the program
 * left of one lead that it took there itself, under other names and at another time.
 */
final class WaitingLeads {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final LeadRows model;
  private final Likeness likeness;
  private int loaded;

  /** @param model waits in the database, which nobody has loaded before */
  WaitingLeads(DataSource database, LeadId model) {
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.model = LeadRows.of(jdbc, model);
    this.likeness = new Likeness(this.model, shared());
    jdbc.sql("create extension if not exists pgcrypto").update();
  }

  /** A fresh database that the program has made its tables in, with one lead for a model. */
  static WaitingLeads on(DataSource database, String url) {
    try (Nursery nursery = new Nursery(url)) {
      return new WaitingLeads(database, nursery.raise("model@bau.example"));
    }
  }

  private Set<String> shared() {
    return new HashSet<>(jdbc.sql("""
            select id_ from act_re_deployment
            union select id_ from act_ru_jobdef
            union select substring(id_ from '[^:]+$') from act_re_procdef""")
        .query(String.class).list());
  }

  LeadRows model() {
    return model;
  }

  /** All due at once. */
  void dueAt(Instant due, int leads) {
    load(leads, due, Duration.ZERO);
  }

  /** Due one after the other, evenly from one instant until another. */
  void dueBetween(Instant from, Instant until, int leads) {
    load(leads, from, Duration.between(from, until).dividedBy(leads));
  }

  private void load(int leads, Instant from, Duration step) {
    transaction.executeWithoutResult(status -> {
      // What is copied keeps its rules by itself; to look each reference up would take most of the time.
      jdbc.sql("set local session_replication_role = replica").update();
      jdbc.sql("set local synchronous_commit = off").update();
      model.rows().forEach(row -> insert(row, loaded + 1, loaded + leads, from, step));
    });
    loaded += leads;
    tables().forEach(table -> jdbc.sql("vacuum analyze " + table).update());
  }

  private void insert(Row row, int first, int last, Instant from, Duration step) {
    List<String> columns = List.copyOf(row.cells().keySet());
    jdbc.sql("""
            insert into %s ("%s") select %s
            from (
              select n, lpad(to_hex(n), 7, '0') as x, ahead, least(ahead, interval '0') as life
              from (
                select n, :from::timestamptz - :due::timestamptz + (n - :first) * :step * interval '1 microsecond' as ahead
                from generate_series(:first, :last) as number (n)) as timed) as leads"""
            .formatted(
                row.table(),
                String.join("\", \"", columns),
                columns.stream().map(column -> likeness.sql(row, column)).collect(Collectors.joining(", "))))
        .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
        .param("due", model.only("act_ru_job").value("duedate_") + "Z")
        .param("first", first)
        .param("last", last)
        .param("step", step.toNanos() / 1000)
        .update();
  }

  private List<String> tables() {
    return List.copyOf(model.counts().keySet());
  }
}
