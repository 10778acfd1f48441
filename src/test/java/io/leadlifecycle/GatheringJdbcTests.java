package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Savepoint;
import java.sql.Types;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class GatheringJdbcTests {

  private static final int[] TYPES = {Types.INTEGER, Types.VARCHAR};

  /** Each database with two tables, and what it is asked. */
  static Stream<Kitchen> kitchens() {
    return TestDatabases.all().map(WatchedDatabase::new).map(Kitchen::new);
  }

  @ParameterizedTest
  @MethodSource("kitchens")
  void sendsWhatIsGatheredInOneGo(Kitchen kitchen) {
    kitchen.transaction.executeWithoutResult(status -> {
      kitchen.add("pot", 1, "steel");
      kitchen.add("pan", 1, null);
      kitchen.add("pot", 2, null);
      assertThat(kitchen.asked()).isEmpty();
    });

    assertThat(kitchen.asked()).hasSize(1);
    assertThat(kitchen.lids("pot")).containsExactly("steel", null);
    assertThat(kitchen.lids("pan")).containsExactly((String) null);
  }

  @ParameterizedTest
  @MethodSource("kitchens")
  void sendsNoMoreThanEightAtOnce(Kitchen kitchen) {
    kitchen.transaction.executeWithoutResult(status -> {
      for (int n = 0; n < 20; n++) {
        kitchen.add("pot", n, "lid " + n);
      }
    });

    assertThat(kitchen.asked()).extracting(sql -> sql.split(";").length).containsExactly(8, 8, 4);
    assertThat(kitchen.lids("pot")).hasSize(20);
  }

  @ParameterizedTest
  @MethodSource("kitchens")
  void letsTheTransactionFindWhatIsGathered(Kitchen kitchen) {
    kitchen.transaction.executeWithoutResult(status -> {
      kitchen.add("pot", 1, "steel");
      assertThat(kitchen.lids("pot")).containsExactly("steel");
      kitchen.add("pot", 2, "glass");
      kitchen.jdbc.update("update pot set lid = 'none'");
    });

    assertThat(kitchen.lids("pot")).containsExactly("none", "none");
  }

  @ParameterizedTest
  @MethodSource("kitchens")
  void leavesNothingOfATransactionThatIsRolledBack(Kitchen kitchen) {
    kitchen.transaction.executeWithoutResult(status -> {
      kitchen.add("pot", 1, "steel");
      status.setRollbackOnly();
    });

    assertThat(kitchen.lids("pot")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kitchens")
  void losesNothingToASavepoint(Kitchen kitchen) {
    kitchen.transaction.executeWithoutResult(status -> {
      kitchen.add("pot", 1, "steel");
      kitchen.jdbc.execute((ConnectionCallback<Void>) connection -> {
        Savepoint before = connection.setSavepoint();
        kitchen.jdbc.update("insert into pan (number) values (1)");
        connection.rollback(before);
        return null;
      });
    });

    assertThat(kitchen.lids("pot")).containsExactly("steel");
    assertThat(kitchen.lids("pan")).isEmpty();
  }

  /** Also where somebody takes the error for one of its own, and goes on. */
  @ParameterizedTest
  @MethodSource("kitchens")
  void commitsNothingWithoutARowThatCannotBeWritten(Kitchen kitchen) {
    kitchen.add("pot", 1, "steel");

    assertThatThrownBy(() -> kitchen.transaction.executeWithoutResult(status -> {
      kitchen.add("pan", 1, "glass");
      kitchen.add("pot", 1, "glass");
      assertThatExceptionOfType(DuplicateKeyException.class)
          .isThrownBy(() -> kitchen.lids("pan")).withMessageContaining("insert into pot");
    })).isNotNull();

    assertThat(kitchen.lids("pan")).isEmpty();
    assertThat(kitchen.lids("pot")).containsExactly("steel");
  }

  @ParameterizedTest
  @MethodSource("kitchens")
  void addsAtOnceWhereNoTransactionIsAndWhereThereAreMany(Kitchen kitchen) {
    kitchen.add("pot", 1, "steel");
    assertThat(kitchen.lids("pot")).containsExactly("steel");

    kitchen.transaction.executeWithoutResult(status -> {
      int before = kitchen.asked().size();
      kitchen.jdbc.addAll(into("pot"), TYPES, List.of(new Object[] {2, "glass"}, new Object[] {3, null}));
      assertThat(kitchen.asked()).hasSize(before + 1);
    });
    assertThat(kitchen.lids("pot")).containsExactly("steel", "glass", null);
  }

  @Test
  void keepsToSpringsSettings() {
    new ApplicationContextRunner()
        .withBean(DataSource.class, TestDatabases::h2)
        .withUserConfiguration(GatheringJdbc.class)
        .withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class))
        .withPropertyValues("spring.jdbc.template.query-timeout=7s", "spring.jdbc.template.fetch-size=20")
        .run(program -> {
          assertThat(program.getBean(JdbcTemplate.class)).isInstanceOf(GatheringJdbc.class)
              .extracting(JdbcTemplate::getQueryTimeout, JdbcTemplate::getFetchSize).containsExactly(7, 20);
        });
  }

  private static String into(String table) {
    return "insert into " + table + " (number, lid) values (?, ?)";
  }

  private static final class Kitchen {

    private final WatchedDatabase database;
    private final GatheringJdbc jdbc;
    private final TransactionTemplate transaction;

    Kitchen(WatchedDatabase database) {
      this.database = database;
      jdbc = new GatheringJdbc(database);
      transaction = new TransactionTemplate(new JdbcTransactionManager(database));
      jdbc.execute("create table pot (number integer primary key, lid varchar(10))");
      jdbc.execute("create table pan (number integer primary key, lid varchar(10))");
    }

    void add(String table, Object... values) {
      jdbc.addAll(into(table), TYPES, List.<Object[]>of(values));
    }

    List<String> lids(String table) {
      return jdbc.query("select lid from " + table + " order by number", (row, n) -> row.getString("lid"));
    }

    List<String> asked() {
      return database.prepared();
    }
  }
}
