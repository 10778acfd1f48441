package io.leadlifecycle.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestRepositories;
import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsRecordsTests {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Findings FIRST =
      new Findings("www.bau.example", "1", "2", null, "a\nb", "fair", true, "notes", "files.example/x");
  private static final Findings NOTHING = new Findings(null, null, null, null, null, null, false, null, null);

  private final LeadId lead = LeadId.next();

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void keepsTheLastFindings(DataSource database) {
    TestRepositories repositories = new TestRepositories(database, FindingsRecord.class);
    FindingsRecords records = repositories.of(FindingsRecords.class);
    for (Findings findings : new Findings[] {NOTHING, FIRST}) {
      repositories.inTransaction(() -> records.save(new FindingsRecord(lead, findings, "anna", NOON)));
      assertThat(repositories.inTransaction(() -> records.findById(lead.value())))
          .get().extracting(FindingsRecord::findings).isEqualTo(findings);
    }
  }
}
