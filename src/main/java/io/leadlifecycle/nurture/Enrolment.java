package io.leadlifecycle.nurture;

import java.time.Instant;
import java.util.UUID;

/** A lead's way through one sequence. Where it stands is no fact of its own: the mail ledger knows. */
record Enrolment(UUID id, Sequence sequence, Instant startedAt) {

  /** The mail ledger's key of a step. Its mail names it, not its number: a marketer may put steps in between. */
  String key(String mail) {
    return id + ":" + mail;
  }

  /** Whether the mail of that key in the ledger is one of its steps. */
  boolean owns(String key) {
    return key.startsWith(key(""));
  }
}
