package io.leadlifecycle.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.leadlifecycle.GatheringJdbc;
import io.leadlifecycle.TestModules;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Newborns;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EnrolmentTableTests {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

  private final LeadId lead = LeadId.next();

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void keepsALeadInASequenceOnce(DataSource database) {
    EnrolmentTable table = table(database);
    assertThat(table.add(lead, "basics", NOON)).isTrue();
    assertThat(table.add(lead, "basics", NOON.plusSeconds(1))).isFalse();
    assertThat(table.add(lead, "buyers", NOON.plusSeconds(2))).isTrue();
    assertThat(table.of(lead)).extracting(EnrolmentTable.Row::sequence).containsExactly("basics", "buyers");
    assertThat(table.of(lead).get(0).startedAt()).isEqualTo(NOON);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#sales")
  void keepsALeadThatIsNewInASequenceOnce(TestModules program) {
    EnrolmentTable table = program.get(EnrolmentTable.class);
    LeadId newborn = program.transaction().execute(status -> {
      LeadId made = program.lead();
      assertThat(table.add(made, "basics", NOON)).isTrue();
      assertThat(table.add(made, "basics", NOON)).isFalse();
      return made;
    });
    assertThat(table.of(newborn)).extracting(EnrolmentTable.Row::sequence).containsExactly("basics");
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestDatabases#all")
  void remembersThePauseAskedForLast(DataSource database) {
    EnrolmentTable table = table(database);
    assertThat(table.pausedUntil(Set.of(lead))).isEmpty();
    table.pause(lead, NOON.plusSeconds(60));
    table.pause(lead, NOON);
    assertThat(table.pausedUntil(Set.of(lead))).containsOnly(entry(lead, NOON));
  }

  private static EnrolmentTable table(DataSource database) {
    GatheringJdbc jdbc = new GatheringJdbc(database);
    return new EnrolmentTable(JdbcClient.create(jdbc), jdbc, new Newborns());
  }
}
