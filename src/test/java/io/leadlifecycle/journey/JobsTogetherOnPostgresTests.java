package io.leadlifecycle.journey;

import io.leadlifecycle.TestDatabases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class JobsTogetherOnPostgresTests extends JobsTogetherJourneys {

  @DynamicPropertySource
  static void postgres(DynamicPropertyRegistry properties) {
    String url = TestDatabases.postgresUrl();
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
  }
}
