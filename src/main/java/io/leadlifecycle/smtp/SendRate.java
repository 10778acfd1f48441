package io.leadlifecycle.smtp;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * So many mails a minute. They go evenly, but for those of {@link #BURST}, which may go at once: also late ones
 * can so catch up, and no minute gets more than its number. Half of the burst is kept for urgent mails: of two
 * that wait for the same turn, the urgent one gets it.
 */
final class SendRate {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration BURST = Duration.ofSeconds(6);

  private final Duration interval;
  private final Line usual = new Line(BURST.dividedBy(2));
  private final Line urgent = new Line(BURST);
  /** When all mails that went would have gone, had they gone evenly. */
  private Instant spent = Instant.EPOCH;

  SendRate(int perMinute) {
    this.interval = MINUTE.plus(BURST).dividedBy(perMinute).plusNanos(1);
  }

  /** Mails that wait for their turn one behind the other. */
  final class Line {

    private final Duration burst;
    private Instant lastTurn = Instant.EPOCH;

    private Line(Duration burst) {
      this.burst = burst;
    }

    boolean moves(Instant now) {
      return !now.isBefore(next());
    }

    private Instant next() {
      return spent.minus(burst);
    }

    void count(Instant now) {
      spent = later(spent, now).plus(interval);
    }

    /** When one that may not go now should ask again: behind all that were told so before. */
    Instant nextTurn() {
      lastTurn = later(next(), lastTurn.plus(interval));
      return lastTurn.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    }
  }

  Line line(boolean forUrgentMails) {
    return forUrgentMails ? urgent : usual;
  }

  void shift(Duration time) {
    spent = spent.plus(time);
    usual.lastTurn = usual.lastTurn.plus(time);
    urgent.lastTurn = urgent.lastTurn.plus(time);
  }

  /** Whether it is as good as new. */
  boolean isIdle(Instant now) {
    return !now.isBefore(later(spent, later(usual.lastTurn, urgent.lastTurn)));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
