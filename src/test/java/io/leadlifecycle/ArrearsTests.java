package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.Arrears.Due;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrearsTests {

  private final TestClock clock = new TestClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private boolean isAway;
  private int looks;

  @BeforeEach
  void show() {
    new Arrears(clock::instant, this::look).show(meters, "letters", "Letters", Tags.empty());
  }

  private Due look(Instant now) {
    looks++;
    if (isAway) {
      throw new IllegalStateException("The database is away");
    }
    return new Due(7, now.minusSeconds(20));
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  @Test
  void looksOnceForAllThatAskWithinFifteenSeconds() {
    assertThat(gauge("letters")).isEqualTo(7);
    assertThat(gauge("letters.age")).isEqualTo(20);
    clock.tick(Duration.ofSeconds(14));
    assertThat(gauge("letters")).isEqualTo(7);
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void asksADatabaseThatIsAwayNoMoreOftenAndSaysThatItDoesNotKnow() {
    assertThat(gauge("letters")).isEqualTo(7);
    isAway = true;
    clock.tick(Duration.ofSeconds(15));
    assertThat(gauge("letters")).isNaN();
    assertThat(gauge("letters.age")).isNaN();
    assertThat(gauge("letters")).isNaN();
    assertThat(looks).isEqualTo(2);
    isAway = false;
    clock.tick(Duration.ofSeconds(15));
    assertThat(gauge("letters")).isEqualTo(7);
    assertThat(gauge("letters.age")).isEqualTo(20);
  }
}
