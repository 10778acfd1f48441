package io.leadlifecycle.nurture;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** A wait as a marketer writes it: {@code P2D}, {@code PT12H} or {@code P1W}. A day is 24 hours. */
final class Wait {

  /** Anything longer is a slip of the pen, and the calendar ends somewhere. */
  private static final Duration LONGEST = Duration.ofDays(3650);

  private Wait() {}

  /** Empty if the text says nothing of the kind: months and years differ in length. */
  static Optional<Duration> of(String text) {
    try {
      Duration wait = text.endsWith("W") ? weeks(text) : Duration.parse(text);
      return Optional.of(wait).filter(w -> w.compareTo(LONGEST) <= 0);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Duration weeks(String text) {
    Period period = Period.parse(text);
    if (period.toTotalMonths() != 0) {
      throw new DateTimeException(text);
    }
    return Duration.ofDays(period.getDays());
  }
}
