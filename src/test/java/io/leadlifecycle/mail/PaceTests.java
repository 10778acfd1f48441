package io.leadlifecycle.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.smtp.Answer.Kind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much is left in doubt when a node dies: what the server takes in a quarter of a second. */
class PaceTests {

  private static final Duration MILLI = Duration.ofMillis(1);

  private final Pace pace = new Pace(4, 200);

  private List<Integer> waves(int number, Duration each) {
    return IntStream.range(0, number)
        .map(i -> {
          pace.took(Collections.nCopies(pace.wave(), Kind.ACCEPTED), each.multipliedBy(pace.wave()));
          return pace.wave();
        })
        .boxed()
        .toList();
  }

  @Test
  void beginsWithAMailForEachConnection() {
    assertThat(pace.wave()).isEqualTo(4);
    assertThat(pace.inASecond()).isEqualTo(16);
  }

  @Test
  void doublesTheWaveForAQuickServerUpToTheBatch() {
    assertThat(waves(7, MILLI)).containsExactly(8, 16, 32, 64, 128, 200, 200);
    assertThat(pace.inASecond()).isEqualTo(200);
  }

  @Test
  void givesNoMoreThanTheServerTakesInAQuarterOfASecond() {
    assertThat(waves(5, MILLI.multipliedBy(5))).containsExactly(8, 16, 32, 50, 50);
    assertThat(waves(2, MILLI.multipliedBy(20))).containsExactly(12, 12);
  }

  @Test
  void givesASlowServerNoMoreThanThereAreConnections() {
    waves(7, MILLI);
    assertThat(waves(2, Duration.ofSeconds(3))).containsExactly(4, 4);
  }

  @Test
  void keepsTheConnectionsBusyWhateverTheBatchIs() {
    Pace small = new Pace(4, 1);
    small.took(Collections.nCopies(4, Kind.ACCEPTED), MILLI);

    assertThat(small.wave()).isEqualTo(4);
  }

  @Test
  void learnsNothingFromAWaveOfWhichNothingWasSent() {
    pace.took(Collections.nCopies(pace.wave(), Kind.DOWN), MILLI);
    pace.took(Collections.nCopies(pace.wave(), Kind.WITHHELD), MILLI);

    assertThat(pace.wave()).isEqualTo(4);
  }
}
