package io.leadlifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WordingTests {

  @Test
  void tellsTheTimeOfTheLeadsZone() {
    Instant at = Instant.parse("2026-11-23T09:05:00Z");

    assertThat(new Wording(ZoneId.of("Europe/Berlin")).time(at)).isEqualTo("23 Nov 2026, 10:05 CET");
    assertThat(new Wording(ZoneId.of("America/New_York")).time(at)).isEqualTo("23 Nov 2026, 04:05 EST");
  }

  @Test
  void writesPointsAsShortAsTheyAre() {
    assertThat(Wording.points(12)).isEqualTo("12");
    assertThat(Wording.points(12.5)).isEqualTo("12.5");
    assertThat(Wording.points(0)).isEqualTo("0");
  }
}
