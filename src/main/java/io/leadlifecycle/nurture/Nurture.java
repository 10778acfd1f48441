package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which mail comes next, and when. */
@Component("nurture")
public class Nurture {

  /** Whether there is a mail this lead may get: false without consent, or when nothing is left. */
  public boolean hasNext(LeadId lead) { throw new UnsupportedOperationException(); }

  /** The exact instant of the next mail: steps' waits, the cap, send hours of the lead's zone, a cooling-off. For the model's timer. */
  public Date nextMailAt(LeadId lead) { throw new UnsupportedOperationException(); }

  /** Posts the mail whose turn it is to the ledger. @return its key, or why there is none */
  public String sendNext(LeadId lead) { throw new UnsupportedOperationException(); }

  /** All mails to come with their times, by the same rules that send them. */
  public List<PlannedMail> plan(LeadId lead) { throw new UnsupportedOperationException(); }

  /** No nurture mail before this instant; the position in each sequence stays. */
  public void pauseUntil(LeadId lead, Instant until) { throw new UnsupportedOperationException(); }

  /** How long a lead with nothing left to get may be silent, for the model's timer. */
  public Date quietUntil(LeadId lead) { throw new UnsupportedOperationException(); }

  /** Puts a quiet lead into the sequence for quiet leads, once. @return whether there is now a mail to send */
  public boolean winBack(LeadId lead) { throw new UnsupportedOperationException(); }
}
