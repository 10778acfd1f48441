package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up.
 *
 * @param number counts the lead's requests from 1
 * @param boxes that were ticked, with what stood beside them
 * @param signUp how the boxes were ticked
 * @param validUntil when the link in the opt-in mail stops to work
 * @param tokenHash of the token in that link; null until the mail was posted
 * @param givenFrom where the button was pressed
 */
record ConsentRequest(
    LeadId lead,
    int number,
    Map<Purpose, Wording> boxes,
    SignUp signUp,
    Instant requestedAt,
    Instant validUntil,
    @Nullable String tokenHash,
    @Nullable Instant givenAt,
    Browser givenFrom) {

  ConsentRequest {
    boxes = Map.copyOf(boxes);
  }

  Set<Purpose> purposes() {
    return boxes.keySet();
  }

  Locale locale() {
    return signUp.shownIn();
  }

  boolean isFor(Purpose purpose) {
    return boxes.containsKey(purpose);
  }

  boolean isAsked() {
    return tokenHash != null;
  }

  boolean isGiven() {
    return givenAt != null;
  }

  boolean isValidAt(Instant instant) {
    return instant.isBefore(validUntil);
  }

  /** Names the consent that this request became: it stands with each mail that is sent by it. */
  String reference() {
    return lead + ":" + number;
  }

  String mailKey() {
    return "opt-in:" + reference();
  }
}
