package io.leadlifecycle.nurture;

import java.time.Instant;

/** Which of two instants comes when. */
final class Instants {

  private Instants() {}

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
