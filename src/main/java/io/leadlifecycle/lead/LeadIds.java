package io.leadlifecycle.lead;

import java.util.Collection;
import org.springframework.jdbc.support.SqlArrayValue;

/** Leads as one value of a statement, as in {@code lead_id = any(?)}: its text is the same for any number of them. */
public final class LeadIds {

  private LeadIds() {}

  public static SqlArrayValue of(Collection<LeadId> leads) {
    return new SqlArrayValue("uuid", leads.stream().map(LeadId::value).toArray());
  }
}
