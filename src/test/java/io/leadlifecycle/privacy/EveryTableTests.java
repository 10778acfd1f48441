package io.leadlifecycle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody adds a place for personal data without saying who erases it. */
class EveryTableTests {

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void isDeclaredWithEveryColumn(DataSource database) throws SQLException {
    Map<String, Set<String>> declared = Tables.declared().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, table -> table.getValue().columns()));

    assertThat(columnsIn(database)).as("declared in Tables").containsExactlyInAnyOrderEntriesOf(declared);
  }

  @Test
  void isErasedBySomebodyOrSaysWhyItHoldsNothing() {
    assertThat(Tables.declared().values()).extracting(Tables.Declared::verdict)
        .allMatch(verdict -> verdict.matches("erased by [a-z]+|nothing personal: .{5,}"));
  }

  /** A table that hangs on a lead is never called harmless. */
  @Test
  void isPersonalIfItNamesALead() {
    assertThat(Tables.declared().values())
        .filteredOn(table -> table.columns().contains("lead_id"))
        .allMatch(Tables.Declared::isPersonal);
  }

  private static Map<String, Set<String>> columnsIn(DataSource database) throws SQLException {
    Map<String, Set<String>> columns = new TreeMap<>();
    try (Connection connection = database.getConnection();
        ResultSet rows = connection.getMetaData().getColumns(null, connection.getSchema(), null, null)) {
      while (rows.next()) {
        String table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        columns.computeIfAbsent(table, name -> new TreeSet<>())
            .add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    }
    columns.keySet().removeIf(table -> table.startsWith("flyway_") || isIndex(database, table));
    return columns;
  }

  /** PostgreSQL tells the columns of indexes as well. */
  private static boolean isIndex(DataSource database, String name) {
    try (Connection connection = database.getConnection();
        ResultSet tables = connection.getMetaData()
            .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        if (tables.getString("TABLE_NAME").equalsIgnoreCase(name)) {
          return false;
        }
      }
      return true;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
