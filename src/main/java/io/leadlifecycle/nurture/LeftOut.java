package io.leadlifecycle.nurture;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A step that a lead passes over.
 *
 * @param reason for a person to read
 * @param since from when on that is for good; before, the lead may change its mind, or a pause be lifted
 */
record LeftOut(Turn turn, String reason, Instant since) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  static LeftOut hadAlready(Turn turn) {
    return new LeftOut(turn, "The lead has had this mail with another sequence", Instant.MIN);
  }

  /** For good only when it has gone: it may still fail. */
  static LeftOut comingAnyway(Turn turn) {
    return new LeftOut(turn, "The lead is to get this mail with another sequence", Instant.MAX);
  }

  /**
   * What the rule says depends on how long the mail waits, so it holds when the mail could go.
   *
   * @param reason as the playbook gives it
   */
  static LeftOut byRule(Turn turn, String reason) {
    return new LeftOut(turn, reason, turn.at());
  }

  static LeftOut unwanted(Turn turn) {
    return new LeftOut(turn, turn.sequence().topic().unwanted(), turn.due());
  }

  /** @param zone of the lead */
  static LeftOut stale(Turn turn, Instant expiry, ZoneId zone) {
    return new LeftOut(turn, "Stale since " + DAY.format(expiry.atZone(zone)) + ", before it could go", expiry);
  }

  boolean isForGood(Instant now) {
    return !since.isAfter(now);
  }
}
