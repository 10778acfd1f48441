package io.leadlifecycle.handover;

import io.leadlifecycle.lead.LeadId;

/** The lead has no call of that kind: it was not handed over, or the call is closed. */
public class NoCall extends RuntimeException {

  NoCall(LeadId lead) {
    super("The lead " + lead + " waits for no call");
  }
}
