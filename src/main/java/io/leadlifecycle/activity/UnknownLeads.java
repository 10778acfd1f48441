package io.leadlifecycle.activity;

import io.leadlifecycle.lead.LeadId;
import java.util.Set;

/** What was reported names leads that are not there. Nothing was recorded. */
public class UnknownLeads extends RuntimeException {

  private final transient Set<LeadId> leads;

  UnknownLeads(Set<LeadId> leads) {
    super("No lead has the id " + leads.iterator().next());
    this.leads = Set.copyOf(leads);
  }

  Set<LeadId> leads() {
    return leads;
  }
}
