package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A box that a lead ticked.
 *
 * @param number counts the lead's requests from 1
 * @param validUntil when the link in the opt-in mail stops to work
 * @param tokenHash of the token in that link; null until the mail was posted
 */
record ConsentRequest(
    LeadId lead,
    int number,
    Wording wording,
    Locale locale,
    Instant requestedAt,
    Instant validUntil,
    @Nullable String tokenHash,
    @Nullable Instant givenAt) {

  boolean isAsked() {
    return tokenHash != null;
  }

  boolean isGiven() {
    return givenAt != null;
  }

  boolean isValidAt(Instant instant) {
    return instant.isBefore(validUntil);
  }
}
