package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;
import java.util.Date;
import org.springframework.stereotype.Component;

/** May we mail this person, and the proof of it. */
@Component("consent")
public class Consent {

  /** The lead ticked the box: what it agreed to, in the wording that it saw. A consent that is given stays given. */
  public void request(LeadId lead) { throw new UnsupportedOperationException(); }

  /** Sends the opt-in mail if consent is requested and not given. Repeatable: one mail per request. */
  public void ask(LeadId lead) { throw new UnsupportedOperationException(); }

  /** Whether the lead has to confirm its address before we do anything: it ticked the box, and did not ask to be contacted. */
  public boolean isAwaited(LeadId lead) { throw new UnsupportedOperationException(); }

  public boolean isGiven(LeadId lead) { throw new UnsupportedOperationException(); }

  /** The name of the {@link ConsentState}, for gateways. */
  public String state(LeadId lead) { throw new UnsupportedOperationException(); }

  /** When an unconfirmed lead is given up, for the model's timer. */
  public Date deadline(LeadId lead) { throw new UnsupportedOperationException(); }

  /** @param how such as {@code link} or the rep's name */
  public void withdraw(LeadId lead, String how) { throw new UnsupportedOperationException(); }

  /** The page where this lead unsubscribes with one click. */
  public String unsubscribeLink(LeadId lead) { throw new UnsupportedOperationException(); }

  public ConsentProof proof(LeadId lead) { throw new UnsupportedOperationException(); }
}
