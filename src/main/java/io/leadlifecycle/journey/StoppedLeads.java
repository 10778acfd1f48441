package io.leadlifecycle.journey;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the lead that a process is started for by its id. */
@Component
class StoppedLeads {

  private final Leads leads;

  StoppedLeads(Leads leads) {
    this.leads = leads;
  }

  /** @throws BadInput unless {@code lead} is the only field and names a lead without a running process */
  LeadId named(Map<String, Object> fields) {
    check(fields.keySet().equals(Set.of("lead")), "stands alone, or is left out");
    LeadId lead = id(fields.get("lead"));
    check(leads.find(lead).isPresent(), "is unknown");
    check(leads.mayBegin(lead), "has a running process already, or is a customer");
    return lead;
  }

  private static LeadId id(Object value) {
    try {
      return LeadId.of(String.valueOf(value));
    } catch (IllegalArgumentException e) {
      throw new BadInput("lead: is no lead's id");
    }
  }

  private static void check(boolean holds, String fault) {
    if (!holds) {
      throw new BadInput("lead: " + fault);
    }
  }
}
