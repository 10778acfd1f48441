package io.leadlifecycle.smtp;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * So many mails a minute. They go evenly, but for those of {@link #BURST}, which may go at once: also late ones
 * can so catch up, and no minute gets more than its number.
 */
final class SendRate {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration BURST = Duration.ofSeconds(6);

  private final Duration interval;
  /** When all mails that went would have gone, had they gone evenly. */
  private Instant spent = Instant.EPOCH;
  private Instant lastTurn = Instant.EPOCH;

  SendRate(int perMinute) {
    this.interval = MINUTE.plus(BURST).dividedBy(perMinute).plusNanos(1);
  }

  boolean allows(Instant now) {
    return !now.isBefore(next());
  }

  private Instant next() {
    return spent.minus(BURST);
  }

  void count(Instant now) {
    spent = later(spent, now).plus(interval);
  }

  /** When one that is not allowed now should ask again: behind all that were told so before. */
  Instant nextTurn() {
    lastTurn = later(next(), lastTurn.plus(interval));
    return lastTurn.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
  }

  void shift(Duration time) {
    spent = spent.plus(time);
    lastTurn = lastTurn.plus(time);
  }

  /** Whether it is as good as new. */
  boolean isIdle(Instant now) {
    return !now.isBefore(spent) && !now.isBefore(lastTurn);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
