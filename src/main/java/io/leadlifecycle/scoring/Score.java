package io.leadlifecycle.scoring;

import java.time.Instant;
import java.util.List;

/**
 * How warm a lead is, and why.
 *
 * @param engagement points for what the lead did; they decay
 * @param fitPoints points for who the lead is; they do not
 * @param reason why it has this temperature, for a person to read
 */
public record Score(
    double engagement,
    int fitPoints,
    Temperature temperature,
    String reason,
    List<Part> parts,
    Instant at) {

  /**
   * What one kind of activity adds.
   *
   * @param what such as {@code Download, decision}
   * @param points after decay and cap
   * @param capped whether the cap cut it
   */
  public record Part(String what, int count, double points, boolean capped) {}
}
