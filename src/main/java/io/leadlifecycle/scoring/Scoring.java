package io.leadlifecycle.scoring;

import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How warm a lead is, and why. */
@Component("scoring")
public class Scoring {

  /** Computes the score anew and keeps it. @return the {@link Temperature}'s name, for gateways */
  public String score(LeadId lead) { throw new UnsupportedOperationException(); }

  /** The score as of now. */
  public Score of(LeadId lead) { throw new UnsupportedOperationException(); }

  /** Priority of the lead's tasks, 0 to 100: good fit before low chance, then by engagement. */
  public int priority(LeadId lead) { throw new UnsupportedOperationException(); }

  /** A rep has called: what the lead did so far does not make it hot any more, only what it does from now on. */
  public void settle(LeadId lead) { throw new UnsupportedOperationException(); }
}
