package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class JobsTogetherOnPostgresTests extends JobsTogetherJourneys {

  private static final int MAILS = 20;
  private static final int MOST_CLAIMS = 5;

  @DynamicPropertySource
  static void postgres(DynamicPropertyRegistry properties) {
    String url = TestDatabases.postgresUrl();
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
  }

  /** The cost model of docs/performance.md: whoever changes these lists changes it there. */
  @Test
  void costsSoManyStatements() {
    letFallDue(leads(MAILS));
    MailStatements posting = MailStatements.during(jdbc, this::workOff);
    MailStatements sending = MailStatements.during(jdbc, mails::dispatch);

    assertThat(posting.asked(times -> times >= MAILS)).as("for each mail, until it is in the ledger").containsExactly(
        "delete act_ru_execution", "delete act_ru_job", "insert act_hi_actinst", "insert act_ru_execution",
        "insert act_ru_job", "insert mail_ledger", "select act_ru_job", "update act_ru_execution",
        "update act_ru_job");
    assertThat(posting.times().values()).as("and none twice").allMatch(times -> times < 2 * MAILS);
    assertThat(posting.asked(times -> times < MAILS)).as("for all of them").containsExactly(
        "commit", "select act_re_procdef", "select act_ru_execution", "select act_ru_jobdef",
        "select act_ru_variable", "select consent", "select enrolment", "select lead", "select mail_gate",
        "select mail_ledger", "select nurture_pause", "select nurture_topic_unwanted");

    assertThat(sending.asked(times -> times >= MAILS)).as("for each mail, until the server has it; some share a last look")
        .contains("insert mail_gate", "update mail_gate", "update mail_ledger")
        .isSubsetOf("insert mail_gate", "update mail_gate", "update mail_ledger", "select mail_ledger");
    assertThat(sending.times().get("insert mail_gate")).as("an address's first mail").isEqualTo(MAILS);
    assertThat(sending.times().get("update mail_gate")).as("let through, settled").isEqualTo(2L * MAILS);
    assertThat(sending.times().get("update mail_ledger")).as("let through, settled, and claims")
        .isBetween(2L * MAILS + 1, 2L * MAILS + MOST_CLAIMS);
    assertThat(sending.times().get("select mail_ledger")).as("last looks, if none is shared, and claims")
        .isLessThanOrEqualTo(MAILS + 2 * MOST_CLAIMS);
  }
}
