package io.leadlifecycle.bench;

import io.leadlifecycle.bench.LeadRows.Row;
import io.leadlifecycle.lead.LeadId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts leads into a database of PostgreSQL that wait for their next mail, by the hundred thousand: each is what
 * the program left of one lead that it took there itself, under other names and at another time.
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

  /** On a database that is empty so far: the program makes its tables, and takes one lead there for a model. */
  static WaitingLeads on(String url) {
    try (Nursery nursery = new Nursery(url)) {
      LeadId lead = nursery.raise("model@bau.example");
      return new WaitingLeads(new DriverManagerDataSource(url, "postgres", "postgres"), lead);
    }
  }

  /** Leads of numbers that follow each other, due one after the other. */
  record Batch(int first, int last, Instant from, Duration step) {

    private static final Pattern NUMBER = Pattern.compile("reader(\\d+)@.*");

    /** @param address of one of them */
    Instant dueOf(String address) {
      Matcher number = NUMBER.matcher(address);
      if (!number.matches()) {
        throw new IllegalArgumentException("Was not loaded: " + address);
      }
      return from.plus(step.multipliedBy(Integer.parseInt(number.group(1)) - first));
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
  Batch dueAt(Instant due, int leads) {
    return load(new Batch(loaded + 1, loaded + leads, due, Duration.ZERO));
  }

  /** Due evenly from one instant until another. */
  Batch dueBetween(Instant from, Instant until, int leads) {
    return load(new Batch(loaded + 1, loaded + leads, from, Duration.between(from, until).dividedBy(leads)));
  }

  /** Due in the month that begins tomorrow, so that none of them disturbs what is measured today. */
  Batch forLater(int leads) {
    Instant tomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(1));
    return dueBetween(tomorrow, tomorrow.plus(Duration.ofDays(30)), leads);
  }

  /** Nobody but so many, who wait for later. Those who were there before would wait for their next mails. */
  void nobodyBut(int leads) {
    jdbc.sql("truncate " + String.join(", ", tables()) + " cascade").update();
    forLater(leads);
    // Or the server would write down what was loaded while others are measured.
    jdbc.sql("checkpoint").update();
  }

  /** Of all that were loaded. */
  List<String> ids() {
    return jdbc.sql("select id::text from lead where email like 'reader%'").query(String.class).list();
  }

  /** By table. @param kind {@code act_ru_} for what runs, {@code act_hi_} for history */
  Map<String, Long> rowsOfTheEngine(String kind) {
    return model.counts().entrySet().stream()
        .filter(table -> table.getKey().startsWith(kind))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
  }

  private Batch load(Batch batch) {
    insert(batch);
    loaded = batch.last();
    tables().forEach(table -> jdbc.sql("vacuum analyze " + table).update());
    return batch;
  }

  /** By two at a time, since the server has two cores at least. */
  private void insert(Batch batch) {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      CompletableFuture.allOf(model.rows().stream()
          .map(row -> CompletableFuture.runAsync(() -> inTransaction(row, batch), two))
          .toArray(CompletableFuture[]::new)).join();
    } finally {
      two.shutdown();
    }
  }

  private void inTransaction(Row row, Batch batch) {
    transaction.executeWithoutResult(status -> {
      // What is copied keeps its rules by itself; to look each reference up would take most of the time.
      jdbc.sql("set local session_replication_role = replica").update();
      jdbc.sql("set local synchronous_commit = off").update();
      insert(row, batch);
    });
  }

  private void insert(Row row, Batch batch) {
    List<String> columns = List.copyOf(row.cells().keySet());
    jdbc.sql("""
            insert into %s ("%s") select %s
            from (
              select n, lpad(to_hex(n), 7, '0') as x, ahead, least(ahead, interval '0') as life
              from (
                select n, date_trunc('milliseconds', :from::timestamptz + (n - :first) * :step * interval '1 ms')
                    - :due::timestamptz as ahead
                from generate_series(:first, :last) as number (n)) as timed) as leads"""
            .formatted(
                row.table(),
                String.join("\", \"", columns),
                columns.stream().map(column -> likeness.sql(row, column)).collect(Collectors.joining(", "))))
        .param("from", OffsetDateTime.ofInstant(batch.from(), ZoneOffset.UTC))
        .param("due", model.only("act_ru_job").value("duedate_") + "Z")
        .param("first", batch.first())
        .param("last", batch.last())
        .param("step", batch.step().toNanos() / 1e6)
        .update();
  }

  private List<String> tables() {
    return List.copyOf(model.counts().keySet());
  }
}
