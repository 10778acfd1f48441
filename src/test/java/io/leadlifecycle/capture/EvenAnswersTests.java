package io.leadlifecycle.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EvenAnswersTests {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  @Property
  void comeAtMultiplesOfOneTimeWhateverThereWasToDo(
      @ForAll @LongRange(min = 1, max = 60_000_000_000L) long beat,
      @ForAll @LongRange(min = 0, max = 600_000_000_000L) long worked) {
    long left = everyTick(Duration.ofNanos(beat)).left(Duration.ofNanos(worked)).toNanos();

    assertThat((worked + left) % beat).isZero();
    assertThat(left).isPositive().isLessThanOrEqualTo(beat);
  }

  @Test
  void areHeldBackThoughTheyAreKnown() {
    EvenAnswers daily = everyTick(Duration.ofDays(1));

    assertThat(daily.release("thanks", System.nanoTime())).isNotDone();
    assertThat(daily.release("thanks", System.nanoTime() - MINUTE)).isNotDone();
  }

  @Test
  void comeInTheEnd() {
    assertThat(everyTick(Duration.ofNanos(1)).release("thanks", System.nanoTime()).join()).isEqualTo("thanks");
  }

  @Test
  void comeAtOnceWhereNobodyWantsThemEven() {
    assertThat(everyTick(Duration.ZERO).release("thanks", System.nanoTime())).isCompletedWithValue("thanks");
  }

  private static EvenAnswers everyTick(Duration beat) {
    return new EvenAnswers(
        new FormSettings(Duration.ZERO, Duration.ZERO, List.of(), List.of(), List.of(), beat, "secret"));
  }
}
