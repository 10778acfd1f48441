package io.leadlifecycle.consent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Set;

/**
 * Something that changed what a person has agreed to.
 *
 * @param how such as {@code link}, {@code rep sam}, {@code request 2} or {@code basis 1}
 * @param afterRequest how many sign-ups there were by then
 */
public record ConsentEvent(
    int number, Kind kind, Set<Purpose> purposes, String how, @JsonIgnore int afterRequest, Instant at) {

  /** What happened to the purposes. */
  public enum Kind {
    GIVEN,
    WITHDRAWN
  }

  boolean isAbout(Purpose purpose) {
    return purposes.contains(purpose);
  }

  boolean isWithdrawal() {
    return kind == Kind.WITHDRAWN;
  }
}
