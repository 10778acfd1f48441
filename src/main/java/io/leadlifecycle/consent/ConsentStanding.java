package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the consent of one lead stands now, and when it was last given and last withdrawn. */
record ConsentStanding(
    LeadId lead,
    ConsentState state,
    @Nullable Instant givenAt,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy) {

  static final String NOT_ME = "it was not me";

  static ConsentStanding none(LeadId lead) {
    return new ConsentStanding(lead, ConsentState.NONE, null, null, null);
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

  ConsentStanding requested() {
    return new ConsentStanding(lead, ConsentState.REQUESTED, givenAt, withdrawnAt, withdrawnBy);
  }

  ConsentStanding given(Instant at) {
    return new ConsentStanding(lead, ConsentState.GIVEN, at, withdrawnAt, withdrawnBy);
  }

  ConsentStanding withdrawn(Instant at, String how) {
    return new ConsentStanding(lead, ConsentState.WITHDRAWN, givenAt, at, how);
  }
}
