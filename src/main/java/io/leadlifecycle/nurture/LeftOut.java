package io.leadlifecycle.nurture;

import java.time.Instant;

/**
 * A step that a lead passes over.
 *
 * @param reason for a person to read
 * @param since from when on that is for good; before, the lead may change its mind, or a pause be lifted
 */
record LeftOut(Turn turn, String reason, Instant since) {

  static LeftOut hadAlready(Turn turn) {
    return new LeftOut(turn, "The lead has had this mail with another sequence", Instant.MIN);
  }

  /** @param reason as the playbook gives it */
  static LeftOut byRule(Turn turn, String reason) {
    return new LeftOut(turn, reason, Instant.MIN);
  }

  static LeftOut unwanted(Turn turn) {
    return new LeftOut(turn, "The lead wants no mails on " + turn.sequence().topic(), turn.due());
  }

  static LeftOut stale(Turn turn) {
    return new LeftOut(turn, "Stale since " + turn.expiry() + ", before it could go", turn.expiry());
  }

  boolean isForGood(Instant now) {
    return !since.isAfter(now);
  }
}
