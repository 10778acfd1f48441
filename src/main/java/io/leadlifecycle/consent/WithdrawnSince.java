package io.leadlifecycle.consent;

import java.time.Instant;

/**
 * Somebody withdrew after the consent that was reported: only a newer one, or the person itself, changes that.
 * After an objection no sale helps, however new.
 */
public class WithdrawnSince extends RuntimeException {

  WithdrawnSince(Purpose purpose, Instant at) {
    super("%s was withdrawn at %s: givenAt must be later than that".formatted(purpose, at));
  }

  /** What is left of the withdrawal is that no mail may go to the address. */
  WithdrawnSince() {
    super("No mail may go to this address since a withdrawal or a bounce: givenAt must be later than that");
  }

  static WithdrawnSince objection() {
    return new WithdrawnSince("A sale does not undo an objection: the person itself has to agree (§7(3) UWG)");
  }

  private WithdrawnSince(String message) {
    super(message);
  }
}
