package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the consent of one lead to nurture mails stands now, and when it was last given and last withdrawn.
 *
 * @param basis of the consent that was given last
 * @param allowedBy names that consent
 */
record ConsentStanding(
    LeadId lead,
    ConsentState state,
    @Nullable Basis basis,
    @Nullable String allowedBy,
    @Nullable Instant givenAt,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy) {

  static final String NOT_ME = "it was not me";

  static ConsentStanding none(LeadId lead) {
    return new ConsentStanding(lead, ConsentState.NONE, null, null, null, null, null);
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
    return new ConsentStanding(lead, ConsentState.REQUESTED, basis, allowedBy, givenAt, withdrawnAt, withdrawnBy);
  }

  ConsentStanding given(Basis by, String reference, Instant at) {
    return new ConsentStanding(lead, ConsentState.GIVEN, by, reference, at, withdrawnAt, withdrawnBy);
  }

  ConsentStanding withdrawn(Instant at, String how) {
    return new ConsentStanding(lead, ConsentState.WITHDRAWN, basis, allowedBy, givenAt, at, how);
  }
}
