package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.Statements;
import io.leadlifecycle.TestDatabases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class LeadJourneysOnPostgresTests extends LeadJourneys {

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
        .isLessThanOrEqualTo(15);
  }

  /** With the opt-in mail as well. */
  @Test
  void takeASignUpInWithFewStatements() throws Exception {
    assertThat(cost(() -> LeadForm.aLead().fromCompany("Bau AG").withConsent())).isLessThanOrEqualTo(35);
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

  private void report(LeadForm form) throws Exception {
    String fields = new ObjectMapper().writeValueAsString(form.fields());
    web.perform(post("/api/leads").contentType(MediaType.APPLICATION_JSON).content(fields))
        .andExpect(status().isCreated());
  }
}
