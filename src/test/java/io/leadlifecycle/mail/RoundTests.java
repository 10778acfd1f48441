package io.leadlifecycle.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.smtp.Answer.Kind;
import io.leadlifecycle.smtp.Answer;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Which mails of a wave are begun at all. */
class RoundTests {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Supplier<Answer> DOWN = () -> new Answer(Kind.DOWN, "421 go away");

  private int begun;

  private Answer taken() {
    begun++;
    return Answer.ACCEPTED;
  }

  @Test
  void beginsNoMoreMailsOnceNoConnectionCanBeUsed() {
    Round round = new Round(2, LONG);
    round.answer(DOWN);
    round.answer(DOWN);

    assertThat(round.answer(this::taken).kind()).isEqualTo(Kind.DOWN);
    assertThat(begun).isZero();
  }

  /** Such as one that takes fewer clients at a time. */
  @Test
  void goesOnWithAServerThatTurnsSomeConnectionsAway() {
    Round round = new Round(2, LONG);
    for (int i = 0; i < 3; i++) {
      round.answer(DOWN);
      assertThat(round.answer(this::taken)).isEqualTo(Answer.ACCEPTED);
    }
    assertThat(begun).isEqualTo(3);
  }

  @Test
  void beginsNoMailThatMightOutlastItsLease() {
    Round round = new Round(2, Duration.ofNanos(1));
    long start = System.nanoTime();
    while (System.nanoTime() - start < 1_000) {
      Thread.onSpinWait();
    }

    assertThat(round.answer(this::taken)).isEqualTo(new Answer(Kind.WITHHELD, "The mail server was too slow"));
    assertThat(begun).isZero();
  }
}
