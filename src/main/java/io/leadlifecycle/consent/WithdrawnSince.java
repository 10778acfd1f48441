package io.leadlifecycle.consent;

import java.time.Instant;

/** Somebody withdrew after the consent that was reported: only a newer one, or the person itself, changes that. */
public class WithdrawnSince extends RuntimeException {

  WithdrawnSince(Purpose purpose, Instant at) {
    super("%s was withdrawn at %s: givenAt must be later than that".formatted(purpose, at));
  }
}
