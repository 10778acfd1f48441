package io.leadlifecycle.handover;

import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which rep calls, by when, and with what outcome. */
@Component("handover")
public class Handover {

  /** Opens a call and picks the rep with the fewest open calls below the limit. Repeatable while open. @return the rep's user id, or an empty text when all are busy: then any rep may take it */
  public String assign(LeadId lead) { throw new UnsupportedOperationException(); }

  /** When the call is overdue, for the model's timer and the task's due date. */
  public Date dueAt(LeadId lead) { throw new UnsupportedOperationException(); }

  /** The call is overdue: tells the sales manager, once. */
  public void escalate(LeadId lead) { throw new UnsupportedOperationException(); }

  /** A rep has called. @param callAgain for NOT_YET: not before; null for the default cooling-off */
  public void close(LeadId lead, Outcome outcome, @Nullable String note, @Nullable Instant callAgain, String rep) { throw new UnsupportedOperationException(); }

  /** The end of the cooling-off of the last call. */
  public Instant coolingOffUntil(LeadId lead) { throw new UnsupportedOperationException(); }

  /** All calls, oldest first. */
  public List<Call> of(LeadId lead) { throw new UnsupportedOperationException(); }
}
