package io.leadlifecycle.limits;

import java.time.Duration;

/**
 * So many in so long, in any window of that length.
 *
 * @param most at least 1
 */
public record Limit(int most, Duration in) {

  public Limit {
    if (most < 1 || in.isNegative() || in.isZero()) {
      throw new IllegalArgumentException("A limit lets something through, in some time");
    }
  }

  @Override
  public String toString() {
    return most + " in " + in;
  }
}
