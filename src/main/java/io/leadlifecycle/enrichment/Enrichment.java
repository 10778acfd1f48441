package io.leadlifecycle.enrichment;

import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What we found out about a lead, and by whom. */
@Component("enrichment")
public class Enrichment {

  /** Keeps what a rep found; a later note replaces an earlier one field by field, blanks keep what was there. */
  public void note(LeadId lead, Findings findings, String rep) { throw new UnsupportedOperationException(); }

  /** What is known; before any note, what the lead itself told us. */
  public Findings of(LeadId lead) { throw new UnsupportedOperationException(); }

  /** When the research is given up, for the model's timer. */
  public Date deadline(LeadId lead) { throw new UnsupportedOperationException(); }
}
