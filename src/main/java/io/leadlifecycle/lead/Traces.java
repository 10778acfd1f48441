package io.leadlifecycle.lead;

import io.leadlifecycle.OfTransaction;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of which leads a table may have rows: of all, but for those that the transaction under way made and wrote nothing of
 * there. Spares a table looking for what cannot be, as long as whatever writes to it says so here.
 */
public final class Traces {

  private final Newborns newborns;
  private final OfTransaction<Set<LeadId>> written = new OfTransaction<>(HashSet::new, all -> {});

  Traces(Newborns newborns) {
    this.newborns = newborns;
  }

  /** Whether the table may have rows of that lead. */
  public boolean mayBeOf(LeadId lead) {
    return !newborns.include(lead) || written.find().filter(leads -> leads.contains(lead)).isPresent();
  }

  /** Those of them of which the table may have rows. */
  public Set<LeadId> among(Set<LeadId> leads) {
    return leads.stream().filter(this::mayBeOf).collect(Collectors.toSet());
  }

  /** The table has rows of that lead, or may have some in a moment. */
  public void leave(LeadId lead) {
    if (newborns.include(lead)) {
      written.get().add(lead);
    }
  }
}
