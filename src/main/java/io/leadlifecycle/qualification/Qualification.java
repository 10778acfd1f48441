package io.leadlifecycle.qualification;

import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import io.leadlifecycle.playbook.Decisions;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does this lead fit us, and why. All methods throw {@link UnknownLead} for a lead that does not exist. */
@Component("qualification")
@Transactional
public class Qualification {

  private final Leads leads;
  private final Decisions decisions;

  Qualification(Leads leads, Decisions decisions) {
    this.leads = leads;
    this.decisions = decisions;
  }

  /**
   * Decides by the table and keeps fit and reason with the lead. What a rep decided stands.
   *
   * @return the {@link Fit}'s name, for gateways
   */
  public String qualify(LeadId id) {
    Lead lead = leads.get(id);
    if (lead.fit() == null || lead.fitBy() == null) {
      return judge(lead).name();
    }
    return lead.fit().name();
  }

  /** A rep decided. @param fit anything but UNCLEAR */
  public void decide(LeadId lead, Fit fit, String reason, String rep) {
    if (fit == Fit.UNCLEAR) {
      throw new IllegalArgumentException("A rep decides; unclear is what it was before");
    }
    leads.judge(lead, fit, reason, rep);
  }

  private Fit judge(Lead lead) {
    Map<String, Object> row = decisions.decide("qualification", facts(lead.contact()));
    Fit fit = Fit.valueOf(String.valueOf(row.get("fit")));
    leads.judge(lead.id(), fit, String.valueOf(row.get("reason")), null);
    return fit;
  }

  private static Map<String, Object> facts(Contact contact) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("customerType", contact.customerType() == null ? null : contact.customerType().name());
    facts.put("industry", contact.industry());
    facts.put("employees", contact.employees());
    facts.put("budget", contact.budget());
    facts.put("country", contact.country());
    facts.put("addressKind", contact.email().kind().name());
    facts.put("companyKnown", contact.company() != null && !contact.company().isBlank());
    return facts;
  }
}
