package io.leadlifecycle.lead;

import io.leadlifecycle.OfTransaction;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The leads that the transaction under way made. Until it commits, nobody else sees them; what comes after that
 * begins a transaction of its own, and finds none here.
 */
@Component
public class Newborns {

  private final OfTransaction<Set<LeadId>> leads = new OfTransaction<>(HashSet::new, all -> {});

  void add(LeadId lead) {
    leads.get().add(lead);
  }

  boolean include(LeadId lead) {
    return leads.find().filter(born -> born.contains(lead)).isPresent();
  }

  /** For one table with rows of leads, or for several that are written together. */
  public Traces traces() {
    return new Traces(this);
  }
}
