package io.leadlifecycle.scoring;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * After which time interest counts half.
 *
 * @param time null if it counts for ever
 */
record HalfLife(@Nullable Duration time) {

  /** YAML reads a bare {@code off} as {@code false}. */
  private static final Set<String> OFF = Set.of("off", "false");

  HalfLife {
    if (time != null && (time.isZero() || time.isNegative())) {
      throw new IllegalArgumentException("A half-life is longer than nothing; off keeps interest for ever");
    }
  }

  /** @param text an ISO 8601 duration such as {@code P21D}, or {@code off} */
  static HalfLife of(String text) {
    return new HalfLife(OFF.contains(text.toLowerCase(Locale.ROOT)) ? null : Duration.parse(text));
  }

  /** The share that is left of interest that old, 0 to 1. */
  double left(Duration age) {
    return time == null || age.isNegative() ? 1 : Math.pow(0.5, (double) age.toMillis() / time.toMillis());
  }
}
