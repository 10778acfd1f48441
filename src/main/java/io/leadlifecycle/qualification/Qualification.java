package io.leadlifecycle.qualification;

import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.LeadId;
import org.springframework.stereotype.Component;

/** Does this lead fit us, and why. */
@Component("qualification")
public class Qualification {

  /** Decides by the table and keeps fit and reason with the lead. @return the {@link Fit}'s name, for gateways */
  public String qualify(LeadId lead) { throw new UnsupportedOperationException(); }

  /** A rep decided. @param fit anything but UNCLEAR */
  public void decide(LeadId lead, Fit fit, String reason, String rep) { throw new UnsupportedOperationException(); }
}
