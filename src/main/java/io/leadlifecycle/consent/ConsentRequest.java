package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Boxes that a lead ticked.
 *
 * @param number counts the lead's requests from 1
 * @param wording what stood beside the boxes
 * @param validUntil when the link in the opt-in mail stops to work
 * @param tokenHash of the token in that link; null until the mail was posted
 * @param given null until it was confirmed
 */
record ConsentRequest(
    LeadId lead,
    int number,
    SignUp signUp,
    Wording wording,
    Instant requestedAt,
    Instant validUntil,
    @Nullable String tokenHash,
    @Nullable Confirmation given) {

  /** That somebody pressed the button behind the link, and from where. */
  record Confirmation(Instant at, @Nullable String ip, @Nullable String userAgent) {}

  Locale locale() {
    return signUp.shownIn();
  }

  boolean isFor(Purpose purpose) {
    return signUp.purposes().contains(purpose);
  }

  boolean isAsked() {
    return tokenHash != null;
  }

  boolean isGiven() {
    return given != null;
  }

  boolean isValidAt(Instant instant) {
    return instant.isBefore(validUntil);
  }

  /** Names this request for ever, in the mail ledger and in the proof. */
  String reference() {
    return lead + ":" + number;
  }

  /** The opt-in mail of this request in the mail ledger. */
  String mailKey() {
    return "opt-in:" + reference();
  }
}
