package io.leadlifecycle.consent;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A legal basis that was reported to us.
 *
 * @param conditions of §7(3) UWG that were stated to hold; empty for an import
 * @param givenAt when the consent was given, or the sale was
 * @param recordedBy the API client that reported it
 */
public record RecordedBasis(
    int number,
    Basis basis,
    Set<Purpose> purposes,
    String document,
    List<String> conditions,
    Instant givenAt,
    Instant recordedAt,
    String recordedBy) {

  boolean isForCustomer() {
    return basis == Basis.EXISTING_CUSTOMER;
  }

  /** Whether both report the same, whoever did so and when. */
  boolean isSameAs(RecordedBasis other) {
    return basis == other.basis
        && purposes.equals(other.purposes)
        && document.equals(other.document)
        && givenAt.equals(other.givenAt);
  }
}
