package io.leadlifecycle.limits;

import io.leadlifecycle.limits.LimitTable.Bound;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is counted alone: all of it, or a part of what many happen under.
 *
 * @param subject as it is kept
 */
record Share(Limited of, String subject, List<Limit> limits) {

  /** Version 12 of the database knows no others, and programs of that time lock them for all subjects. */
  private static final int STRIPES_OF_WHOLES = 64;

  private static final int STRIPES_OF_PARTS = 960;

  /** Where to wait for each other. Nobody who counts a whole waits for a part that has nothing to do with it. */
  int stripe() {
    return of.parts() == 1
        ? Math.floorMod(subject.hashCode(), STRIPES_OF_WHOLES)
        : STRIPES_OF_WHOLES + Math.floorMod(subject.hashCode(), STRIPES_OF_PARTS);
  }

  Stream<Bound> bounds(Instant now) {
    return limits.stream().map(limit -> new Bound(subject, now.minus(limit.in()), limit.most()));
  }
}
