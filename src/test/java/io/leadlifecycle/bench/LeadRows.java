package io.leadlifecycle.bench;

import static java.util.stream.Collectors.joining;

import io.leadlifecycle.lead.LeadId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that the database holds of one lead, in whatever table, ours or the engine's. */
record LeadRows(String address, List<Row> rows) {

  /** @param cells by column */
  record Row(String table, Map<String, Cell> cells) {

    @Nullable String value(String column) {
      return cells.get(column).value();
    }
  }

  /** @param value as PostgreSQL writes it */
  record Cell(String type, @Nullable String value) {}

  private record Column(String table, String name, String type) {}

  static LeadRows of(JdbcClient jdbc, LeadId lead) {
    String address =
        jdbc.sql("select email from lead where id = ?").param(lead.value()).query(String.class).single();
    String process = jdbc.sql("select proc_inst_id_ from act_ru_execution where business_key_ = ?")
        .param(lead.toString()).query(String.class).single();
    List<String> names = List.of(lead.toString(), process, Hashes.ADDRESS.of(address), Hashes.OPT_IN.of(address));
    return new LeadRows(address, tables(jdbc).entrySet().stream()
        .flatMap(table -> find(jdbc, table.getKey(), table.getValue(), names))
        .toList());
  }

  private static Map<String, List<Column>> tables(JdbcClient jdbc) {
    return jdbc.sql("""
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by 1, a.attnum""")
        .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
        .stream()
        .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
  }

  private static Stream<Row> find(JdbcClient jdbc, String table, List<Column> columns, List<String> names) {
    String texts = columns.stream().map(column -> '"' + column.name() + "\"::text").collect(joining(", "));
    String any = names.stream().map(name -> "t::text like '%" + name + "%'").collect(joining(" or "));
    return jdbc.sql("select " + texts + " from " + table + " t where " + any + " order by t::text")
        .query((row, n) -> {
          Map<String, Cell> cells = new LinkedHashMap<>();
          for (Column column : columns) {
            cells.put(column.name(), new Cell(column.type(), row.getString(cells.size() + 1)));
          }
          return new Row(table, cells);
        })
        .list().stream();
  }

  /** How many there are in each table. */
  Map<String, Long> counts() {
    return rows.stream().collect(Collectors.groupingBy(Row::table, LinkedHashMap::new, Collectors.counting()));
  }

  List<Row> of(String table) {
    return rows.stream().filter(row -> row.table().equals(table)).toList();
  }

  Row only(String table) {
    List<Row> found = new ArrayList<>(of(table));
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " rows of " + table);
    }
    return found.get(0);
  }

  Stream<String> values() {
    return rows.stream()
        .flatMap(row -> row.cells().values().stream())
        .map(Cell::value)
        .filter(Objects::nonNull);
  }
}
