package io.leadlifecycle.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How PostgreSQL goes about statements that must cost the same however many mails wait. */
class LedgerPlanTests {

  private static final DataSource DATABASE = TestDatabases.postgres();
  private static final String FIFTY =
      IntStream.range(0, 50).mapToObj(n -> "'hash" + n + "'").collect(Collectors.joining(",", "array[", "]"));

  /** As in the morning: when PostgreSQL looked last, nothing waited. */
  @BeforeAll
  static void fill() {
    JdbcClient jdbc = JdbcClient.create(DATABASE);
    jdbc.sql("alter table mail_ledger set (autovacuum_enabled = false)").update();
    mails(jdbc, "SENT", 5_000);
    jdbc.sql("analyze mail_ledger").update();
    mails(jdbc, "DEFERRED", 5_000);
  }

  private static void mails(JdbcClient jdbc, String state, int count) {
    jdbc.sql("""
            insert into mail_ledger (mail_key, mail_class, reference, address, address_hash, name, locale, template,
              variables, subject, message_id, state, reason, posted_at, due_at, waits_for_gate, tries)
            select :state || n, 'NURTURE', 'lead' || n, '', 'hash' || n, '', 'en', 'news', '', '', :state || n, :state,
              '', now(), now(), true, 0
            from generate_series(1, :count) n""")
        .param("state", state)
        .param("count", count)
        .update();
  }

  static Stream<Arguments> statements() {
    return Stream.of(MailLedgerTable.WAITING_NURTURE, MailLedgerTable.HELD).flatMap(statement ->
        Stream.of("force_custom_plan", "force_generic_plan").map(plan -> Arguments.of(statement, plan)));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void readOnlyWhatWaitsForTheAddressesAskedFor(String statement, String kindOfPlan) throws SQLException {
    assertThat(plan(statement, kindOfPlan))
        .anyMatch(line -> line.contains("mail_ledger_of_address"))
        .noneMatch(line -> line.contains("mail_ledger_in_state") || line.contains("Seq Scan"));
  }

  private static List<String> plan(String statement, String kind) throws SQLException {
    try (Connection connection = DATABASE.getConnection(); Statement session = connection.createStatement()) {
      session.execute("set plan_cache_mode = " + kind);
      session.execute("prepare look (varchar[]) as " + statement.replace("?", "$1"));
      ResultSet lines = session.executeQuery("explain execute look (" + FIFTY + ")");
      List<String> plan = new ArrayList<>();
      while (lines.next()) {
        plan.add(lines.getString(1));
      }
      return plan;
    }
  }
}
