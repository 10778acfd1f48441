package io.leadlifecycle.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.bench.LeadRows.Row;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.mail.Returns;
import io.leadlifecycle.nurture.Nurture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nobody can tell a lead that was loaded from one that the program took there, nor can the program. */
class WaitingLeadsTests {

  private static final int LEADS = 50;
  private static final String NEXT_MAIL = "Event_NextMailDue";

  /** What all leads have in common, such as the model that they go through. */
  private static final Set<String> SHARED =
      Set.of("proc_def_id_", "process_def_id_", "job_def_id_", "deployment_id_");

  private static JdbcClient jdbc;
  private static Nursery nursery;
  private static WaitingLeads waiting;
  private static Instant now;

  @BeforeAll
  static void load() {
    String url = TestDatabases.postgresUrl();
    DataSource database = new DriverManagerDataSource(url, "postgres", "postgres");
    jdbc = JdbcClient.create(database);
    nursery = new Nursery(url);
    waiting = new WaitingLeads(database, nursery.raise("model@bau.example"));
    now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    waiting.dueBetween(now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(4)), LEADS);
  }

  @AfterAll
  static void close() {
    nursery.close();
  }

  @Test
  void leavesInEveryTableWhatTheProgramLeaves() {
    LeadRows byProgram = LeadRows.of(jdbc, nursery.raise("erika@firm.example"));

    assertThat(alike(LeadRows.of(jdbc, loaded(1)))).isEqualTo(alike(byProgram));
    assertThat(alike(LeadRows.of(jdbc, loaded(LEADS)))).isEqualTo(alike(byProgram));
    assertThat(byProgram.counts()).containsKeys(
        "lead", "consent_request", "enrolment", "mail_ledger", "limit_event", "act_ru_job", "act_hi_procinst");
  }

  @Test
  void namesEachLeadByItselfInAllTables() {
    LeadId lead = loaded(7);
    LeadRows rows = LeadRows.of(jdbc, lead);
    String process = rows.only("act_hi_procinst").value("id_");

    assertThat(rows.only("act_hi_procinst").value("business_key_")).isEqualTo(lead.toString());
    assertThat(rows.only("act_ru_job").value("process_instance_id_")).isEqualTo(process);
    assertThat(ids(rows, "act_ru_execution", "id_"))
        .contains(process, rows.only("act_ru_job").value("execution_id_"))
        .containsAll(ids(rows, "act_ru_execution", "parent_id_"))
        .containsAll(ids(rows, "act_ru_event_subscr", "execution_id_"));
    assertThat(rows.only("consent").value("allowed_by")).isEqualTo(lead + ":1");
    assertThat(rows.only("mail_ledger").value("address_hash")).isEqualTo(Hashes.ADDRESS.of(rows.address()));
    assertThat(ids(rows, "act_ru_job", "id_"))
        .isNotEqualTo(ids(LeadRows.of(jdbc, loaded(8)), "act_ru_job", "id_"));
  }

  private static Set<String> ids(LeadRows lead, String table, String column) {
    return lead.of(table).stream().map(row -> row.value(column)).filter(Objects::nonNull).collect(toSet());
  }

  /** The program's own ways to a lead, by its address and by the mail that it got. */
  @Test
  void isKnownToTheProgram() {
    LeadId lead = loaded(9);
    MailEntry optIn = nursery.bean(Mails.class).of(lead.toString()).get(0);

    assertThat(nursery.bean(Leads.class).get(lead).contact().email().value()).startsWith("reader9@");
    assertThat(nursery.bean(Returns.class).mail(optIn.messageId())).contains(optIn);
    assertThat(nursery.bean(Consent.class).isGiven(lead)).isTrue();
  }

  @Test
  void fallsDueWhenItShallAndThenOnly() {
    assertThat(dueOf(1)).isEqualTo(now.plus(Duration.ofDays(2)));
    assertThat(dueOf(LEADS)).isAfter(now.plus(Duration.ofDays(3))).isBefore(now.plus(Duration.ofDays(4)));
    assertThat(nursery.bean(Nurture.class).nextMailAt(loaded(5))).isEqualTo(Date.from(dueOf(5)));
  }

  private static Instant dueOf(int n) {
    return nursery.timer(loaded(n), NEXT_MAIL).getDuedate().toInstant();
  }

  @Test
  void goesOnInTheProgram() {
    waiting.dueAt(now, 3);
    LeadId lead = loaded(LEADS + 2);

    nursery.settle();

    assertThat(nursery.bean(Mails.class).of(lead.toString())).extracting(MailEntry::template, MailEntry::state)
        .contains(tuple("process-automation-1", MailState.SENT));
    assertThat(nursery.timer(lead, NEXT_MAIL).getDuedate().toInstant()).isAfter(now.plus(Duration.ofDays(1)));
  }

  /** By table, how often there is each row, but for what no two leads have in common. */
  private static Map<String, Map<Map<String, String>, Long>> alike(LeadRows lead) {
    return lead.rows().stream().collect(
        groupingBy(Row::table, TreeMap::new, groupingBy(WaitingLeadsTests::alike, counting())));
  }

  private static Map<String, String> alike(Row row) {
    Map<String, String> alike = new TreeMap<>();
    row.cells().forEach((column, cell) ->
        alike.put(column, cell.value() == null ? "none" : shape(column, cell.value())));
    return alike;
  }

  private static String shape(String column, String value) {
    if (SHARED.contains(column)) {
      return value;
    }
    return column.equals("duration_") ? "a while" : value
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-([147])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "id $1")
        .replaceAll("\\b[0-9a-f]{64}\\b", "64 digits")
        .replaceAll("\\b[0-9a-f]{32}\\b", "32 digits")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?", "instant")
        .replaceAll("\\b1[78]\\d{14}\\b", "micros")
        .replaceAll("[\\w-]+@[\\w-]+\\.example(?=$)", "address");
  }

  private static LeadId loaded(int n) {
    return LeadId.of(jdbc.sql("select id::text from lead where email like ?")
        .param("reader" + n + "@%").query(String.class).single());
  }
}
