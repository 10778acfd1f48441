package io.leadlifecycle.capture;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Holds answers back until the next even moment after the question. How long the work took would tell a stranger
 * with a good watch whether we knew the address already.
 */
@Component
class EvenAnswers {

  private final Duration beat;

  EvenAnswers(FormSettings settings) {
    this.beat = settings.answerTime();
  }

  /** @param asked when the question came in, by {@link System#nanoTime()} */
  <T> CompletableFuture<T> release(T answer, long asked) {
    Duration left = left(Duration.ofNanos(System.nanoTime() - asked));
    return left.isZero()
        ? CompletableFuture.completedFuture(answer)
        : new CompletableFuture<T>().completeOnTimeout(answer, left.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Work that takes longer than one beat is answered at the end of a later one. */
  Duration left(Duration worked) {
    return beat.isZero() ? Duration.ZERO : Duration.ofNanos(beat.toNanos() - worked.toNanos() % beat.toNanos());
  }
}
