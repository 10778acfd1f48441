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

  /** As settings write it: {@code 5/PT1H} are five in an hour. */
  public static Limit valueOf(String text) {
    int slash = text.indexOf('/');
    return new Limit(Integer.parseInt(text.substring(0, slash)), Duration.parse(text.substring(slash + 1)));
  }

  /** One of so many shares, which differ by one at most and add up to this. */
  Limit share(int number, int of) {
    return new Limit(most / of + (number < most % of ? 1 : 0), in);
  }

  @Override
  public String toString() {
    return most + "/" + in;
  }
}
