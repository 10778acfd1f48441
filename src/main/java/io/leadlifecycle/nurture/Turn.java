package io.leadlifecycle.nurture;

import io.leadlifecycle.nurture.Sequence.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a sequence whose turn comes.
 *
 * @param due when its wait is over
 * @param at when it can go
 */
record Turn(Enrolment enrolment, int number, Instant due, Instant at) {

  Turn at(Instant other) {
    return new Turn(enrolment, number, due, other);
  }

  Sequence sequence() {
    return enrolment.sequence();
  }

  Step step() {
    return sequence().step(number);
  }

  String mail() {
    return step().mail();
  }

  String key() {
    return enrolment.key(number);
  }

  /** The instant after which nobody wants the mail any more; null for never. */
  @Nullable Instant expiry() {
    return step().expires() == null ? null : due.plus(step().expires());
  }

  boolean isStale() {
    return expiry() != null && at.isAfter(expiry());
  }
}
