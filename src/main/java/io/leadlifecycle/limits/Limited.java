package io.leadlifecycle.limits;

import java.util.List;

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
   * What many happen under would have them all wait for each other: its limits are shared out, and each part is
   * counted alone. Together the parts allow what the limits allow.
   */
  int parts() {
    return limits.stream().allMatch(limit -> limit.most() >= MANY) ? SHARES : 1;
  }

  /** @param number from 0, less than there are parts */
  Limited part(int number) {
    int parts = parts();
    return parts == 1
        ? this
        : new Limited(subject + "/" + number, limits.stream().map(limit -> limit.share(number, parts)).toList());
  }
}
