package io.leadlifecycle.nurture;

import java.time.Instant;
import java.util.UUID;

/** A lead's way through one sequence. Where it stands is no fact of its own: the mail ledger knows. */
record Enrolment(UUID id, Sequence sequence, Instant startedAt) {

  /** The mail ledger's key of a step. */
  String key(int step) {
    return id + ":" + step;
  }
}
