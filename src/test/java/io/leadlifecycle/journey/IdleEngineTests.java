package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class IdleEngineTests {

  /** The engine's acquisition spins without a pause if its first wait is longer than its longest. */
  @Test
  void waitsBetweenTwoLooksForWork() throws IOException {
    PropertySource<?> settings =
        new YamlPropertySourceLoader().load("settings", new ClassPathResource("application.yaml")).get(0);

    int firstWait = (int) settings.getProperty("camunda.bpm.job-execution.wait-time-in-millis");
    int longestWait = (int) settings.getProperty("camunda.bpm.job-execution.max-wait");

    assertThat(firstWait).isPositive().isLessThan(longestWait);
  }
}
