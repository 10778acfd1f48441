package io.leadlifecycle.activity;

import io.leadlifecycle.lead.LeadId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The activity ledger. */
@Component
public class Activities {

  /**
   * Appends to the ledger and tells the neighbours ({@link ActivityRecorded}, same transaction).
   *
   * @return false if an activity of this key was recorded before: nothing happens then
   */
  public boolean record(LeadId lead, NewActivity activity) { throw new UnsupportedOperationException(); }

  /** All the lead did, oldest first. */
  public List<Activity> of(LeadId lead) { throw new UnsupportedOperationException(); }
}
