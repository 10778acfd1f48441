package io.leadlifecycle.journey;

import io.leadlifecycle.TestDatabases;
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
}
