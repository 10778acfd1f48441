package io.leadlifecycle.nurture;

import io.leadlifecycle.nurture.Sequence.Step;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a sequence whose turn comes.
 *
 * @param due when its wait is over
 * @param at when it can go
 */
record Turn(Enrolment enrolment, int number, Instant due, Instant at) {

  /** @param before when the lead had the step before, or came into the sequence */
  static Turn due(Enrolment enrolment, int number, Instant before) {
    Instant due = before.plus(enrolment.sequence().step(number).after());
    return new Turn(enrolment, number, due, due);
  }

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

  /** How long it has been due at that instant. */
  Duration waiting(Instant until) {
    return Duration.between(due, until);
  }

  /** The mail ledger's key. */
  String key() {
    return enrolment.key(mail());
  }

  /** The instant after which nobody wants the mail any more; null for never. */
  @Nullable Instant expiry() {
    return step().expires() == null ? null : due.plus(step().expires());
  }

  boolean isStale() {
    return expiry() != null && at.isAfter(expiry());
  }
}
