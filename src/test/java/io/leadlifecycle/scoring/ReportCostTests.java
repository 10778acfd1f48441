package io.leadlifecycle.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.Statements;
import io.leadlifecycle.TestModules;
import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.activity.Deed;
import io.leadlifecycle.activity.NewActivity;
import io.leadlifecycle.lead.LeadId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ReportCostTests {

  private final TestModules modules = TestModules.interest().get(1);
  private final Statements statements = new Statements(modules.get(DataSource.class));

  @Test
  void readsOnceHoweverManyLeadsAreReportedTogether() {
    List<LeadId> leads = IntStream.range(0, 60).mapToObj(number -> modules.lead()).toList();
    long before = statements.beginningWith("select");
    modules.get(Activities.class)
        .record(leads.stream().flatMap(lead -> Stream.of(deed(lead), deed(lead))).toList());
    assertThat(statements.beginningWith("select") - before).as("leads, their ledgers, their scores").isEqualTo(3);
  }

  private static Deed deed(LeadId lead) {
    return new Deed(
        lead, new NewActivity(UUID.randomUUID().toString(), ActivityKind.PAGE_VIEW, null, null, null, null));
  }
}
