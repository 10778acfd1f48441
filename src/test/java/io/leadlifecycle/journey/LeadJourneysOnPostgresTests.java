package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadlifecycle.Statements;
import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.WatchedDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@Import(LeadJourneysOnPostgresTests.Watching.class)
class LeadJourneysOnPostgresTests extends LeadJourneys {

  @TestConfiguration(proxyBeanMethods = false)
  static class Watching implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof HikariDataSource pool ? new WatchedDatabase(pool) : bean;
    }
  }

  /** With inserts in batches, of which the driver does not tell how many rows each made. */
  @DynamicPropertySource
  static void postgres(DynamicPropertyRegistry properties) {
    String url = TestDatabases.postgresUrl();
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
    properties.add("spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", () -> true);
    properties.add("spring.jpa.properties.hibernate.jdbc.batch_size", () -> 50);
  }

  /** With the engine's and the transaction's own. */
  @Test
  void takeALeadInWithFewStatements() throws Exception {
    assertThat(cost(() -> LeadForm.aLead().fromCompany("Bau AG").interestedIn("ebook-process-automation")))
        .isLessThanOrEqualTo(13);
  }

  /** With the opt-in mail as well. */
  @Test
  void takeASignUpInWithFewStatements() throws Exception {
    assertThat(cost(() -> LeadForm.aLead().fromCompany("Bau AG").withConsent())).isLessThanOrEqualTo(33);
  }

  @Test
  void takeAnAddressesTurnAndLookForItsLeadInOneRoundTrip() throws Exception {
    assertThat(roundTripsWith("from address_stripe")).singleElement().asString().contains("from lead where email");
  }

  @Test
  void writeWhatComesWithALeadInOneRoundTrip() throws Exception {
    assertThat(roundTripsWith("into stage_change")).singleElement().asString()
        .contains("into activity", "into score", "into enrolment");
  }

  /** Those in which taking a lead in says that. */
  private List<String> roundTripsWith(String part) throws Exception {
    WatchedDatabase watched = (WatchedDatabase) database;
    watched.forget();
    report(LeadForm.aLead().fromCompany("Bau AG").interestedIn("ebook-process-automation"));
    return watched.prepared().stream().filter(sql -> sql.contains(part)).toList();
  }

  /** The least of several: something else that the program does by the clock may come in between. */
  private long cost(Supplier<LeadForm> leads) throws Exception {
    Statements statements = new Statements(database);
    List<Long> costs = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      long before = statements.all();
      report(leads.get());
      costs.add(statements.all() - before);
    }
    return Collections.min(costs);
  }
}
