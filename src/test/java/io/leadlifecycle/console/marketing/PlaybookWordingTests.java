package io.leadlifecycle.console.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookWordingTests {

  @ParameterizedTest
  @CsvSource({"PT0S, at once", "PT1H, 1 hour", "PT24H, 1 day", "P3D, 3 days", "PT36H, 36 hours", "PT90M, 90 minutes"})
  void saysTimesInTheLargestUnitThatFits(Duration time, String words) {
    assertThat(new PlaybookWording().time(time)).isEqualTo(words);
  }
}
