package io.leadlifecycle.console.sandbox;

import io.leadlifecycle.journey.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** How far somebody wants to move the clock. @param advance ISO 8601, such as {@code PT1H} or {@code P3D} */
record Advance(@Nullable String advance) {

  /** @return the time when all is done that fell due meanwhile */
  Instant on(SandboxClock clock) {
    Duration time = duration();
    try {
      return clock.advance(time);
    } catch (IllegalArgumentException e) {
      throw new Impossible(e.getMessage());
    }
  }

  private Duration duration() {
    if (advance == null) {
      throw new Impossible("advance: is required, such as PT1H or P3D");
    }
    try {
      return Duration.parse(advance);
    } catch (DateTimeParseException e) {
      throw new Impossible("advance: is no duration such as PT1H or P3D");
    }
  }

  /** The clock cannot be moved like this. The message names {@code advance}. */
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  static class Impossible extends RuntimeException {

    Impossible(String fault) {
      super(fault);
    }
  }
}
