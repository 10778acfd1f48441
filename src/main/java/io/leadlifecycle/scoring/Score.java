package io.leadlifecycle.scoring;

import java.time.Instant;
import java.util.List;

/**
 * How warm a lead is, and why.
 *
 * @param engagement points for what the lead did; they decay;
 *     to one decimal; the sum of the parts' points
 * @param fitPoints points for who the lead is; they do not
 * @param fitReason why it has these fit points, for a person to read
 * @param reason why it has this temperature, for a person to read
 */
public record Score(
    double engagement,
    int fitPoints,
    String fitReason,
    Temperature temperature,
    String reason,
    List<Part> parts,
    Instant at) {

  /**
   * What one kind of activity adds.
   *
   * @param what such as {@code Download, decision}
   * @param points after decay and cap, to one decimal
   * @param capped whether the cap cut it
   */
  public record Part(String what, int count, double points, boolean capped) {}
}
