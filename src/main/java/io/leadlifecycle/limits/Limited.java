package io.leadlifecycle.limits;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Something that may not happen too often.
 *
 * @param subject such as {@code form-ip:203.0.113.7}; kept as a keyed hash only
 * @param limits which all hold
 */
public record Limited(String subject, List<Limit> limits) {

  private static final int MANY = 1000;
  private static final int SHARES = 32;

  public Limited {
    limits = List.copyOf(limits);
  }

  /**
   * What many happen under would have them all wait for each other: its limits are shared out, and each share is
   * counted alone. Together the shares allow what the limits allow.
   */
  List<Limited> shares() {
    return isMany() ? IntStream.range(0, SHARES).mapToObj(this::share).toList() : List.of(this);
  }

  /** @param turn any number; those that follow each other go around all shares */
  Limited share(int turn) {
    int number = Math.floorMod(turn, SHARES);
    return isMany()
        ? new Limited(subject + "/" + number, limits.stream().map(limit -> limit.share(number, SHARES)).toList())
        : this;
  }

  private boolean isMany() {
    return limits.stream().allMatch(limit -> limit.most() >= MANY);
  }
}
