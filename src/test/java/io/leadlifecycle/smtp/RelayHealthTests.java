package io.leadlifecycle.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestClock;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RelayHealthTests {

  @Test
  void isAPartOfTheProgramsHealth() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(
            HealthContributorAutoConfiguration.class, HealthEndpointAutoConfiguration.class))
        .withBean(Clock.class, TestClock::new)
        .withUserConfiguration(RelayHealth.class)
        .run(context -> {
          HealthEndpoint endpoint = context.getBean(HealthEndpoint.class);
          assertThat(endpoint.healthForPath("mailRelay").getStatus()).isEqualTo(Status.UP);

          context.getBean(RelayHealth.class).found(Optional.of("421 too busy"));
          assertThat(endpoint.healthForPath("mailRelay").getStatus()).isEqualTo(Status.DOWN);
        });
  }
}
