package io.leadlifecycle.limits;

import java.util.List;

/**
 * Something that may not happen too often.
 *
 * @param subject such as {@code form-ip:203.0.113.7}; kept as a keyed hash only
 * @param limits which all hold
 */
public record Limited(String subject, List<Limit> limits) {

  public Limited {
    limits = List.copyOf(limits);
  }
}
