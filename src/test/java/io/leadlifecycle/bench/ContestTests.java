package io.leadlifecycle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTests {

  private final Contest contest = new Contest(new Scale(1, 10, 3, false));

  @Test
  void warmsAllUpUntilTheLastOneHasBeenQuietInTwoRoundsRunning() {
    Compiling quick = new Compiling(1);
    Compiling slow = new Compiling(1, 2, 4, 5);

    assertThat(contest.warmUp(List.of(quick, slow))).hasToString("7 rounds to warm up");
    assertThat(List.of(quick.rounds, slow.rounds)).containsExactly(7, 7);
  }

  @Test
  void warmsNobodyUpForEverAndTellsWhoWasNotWarm() {
    Compiling always = new Compiling(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

    assertThat(contest.warmUp(List.of(always, new Compiling(1))))
        .hasToString("10 rounds to warm up, and still to compile: " + always.measure().title);
  }

  @Test
  void measuresRoundsInTurn() {
    List<Figure> figures = contest.between(List.of(new Compiling(), new Compiling()));

    assertThat(figures).extracting(Figure::median).containsExactly(2.0, 2.0);
  }

  /** Its compilers are busy in some rounds; its n-th round does n a second. */
  private static final class Compiling implements Contender {

    private final List<Integer> busy;
    private int rounds;

    Compiling(Integer... busy) {
      this.busy = List.of(busy);
    }

    @Override
    public Measure measure() {
      return Measure.OURS;
    }

    @Override
    public double round(int size) {
      return ++rounds;
    }

    /** An hour for each round in which they are busy: more than any round takes. */
    @Override
    public Duration compiled() {
      return Duration.ofHours(busy.stream().filter(round -> round <= rounds).count());
    }

    @Override
    public void close() {}
  }
}
