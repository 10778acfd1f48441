package io.leadlifecycle.consent;

import io.leadlifecycle.consent.ConsentRequest.Confirmation;
import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the consent of one lead stands now, and when it was last given and last withdrawn.
 *
 * @param allowedBy the request or basis that allows nurture mails, or did so last
 */
record ConsentStanding(
    LeadId lead,
    ConsentState state,
    @Nullable String allowedBy,
    @Nullable Instant givenAt,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy) {

  static final String NOT_ME = "it was not me";

  static ConsentStanding none(LeadId lead) {
    return new ConsentStanding(lead, ConsentState.NONE, null, null, null, null);
  }

  boolean is(ConsentState other) {
    return state == other;
  }

  /** Whether the owner of the address said, since that instant, that it never asked for mails. */
  boolean isRefused(Instant since) {
    return is(ConsentState.WITHDRAWN)
        && NOT_ME.equals(withdrawnBy)
        && withdrawnAt != null
        && withdrawnAt.isAfter(since);
  }

  /** Whether a confirmation is still worth something: it was not withdrawn since. */
  boolean counts(@Nullable Confirmation given) {
    return given != null && (withdrawnAt == null || given.at().isAfter(withdrawnAt));
  }

  ConsentStanding requested() {
    return new ConsentStanding(lead, ConsentState.REQUESTED, allowedBy, givenAt, withdrawnAt, withdrawnBy);
  }

  ConsentStanding given(String by, Instant at) {
    return new ConsentStanding(lead, ConsentState.GIVEN, by, at, withdrawnAt, withdrawnBy);
  }

  ConsentStanding withdrawn(Instant at, String how) {
    return new ConsentStanding(lead, ConsentState.WITHDRAWN, allowedBy, givenAt, at, how);
  }
}
