package io.leadlifecycle.nurture;

import io.leadlifecycle.OfTransaction;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How things stand for the leads whose turn it is in this transaction: read once, and for many leads at once, and kept
 * true until the transaction ends.
 */
@Component
class Standings {

  private final Leads leads;
  private final Situations situations;
  private final OfTransaction<Map<LeadId, Standing>> known = new OfTransaction<>(HashMap::new, all -> {});

  Standings(Leads leads, Situations situations) {
    this.leads = leads;
    this.situations = situations;
  }

  /** Locks those of these leads that there are, and reads how things stand for them. */
  void readAhead(Collection<LeadId> ids) {
    List<Lead> locked = leads.lock(Set.copyOf(ids)).stream().map(leads::get).toList();
    situations.standings(locked).forEach(this::keep);
  }

  /** With its lead locked. */
  Standing locked(LeadId id) {
    return read(id).orElseGet(() -> {
      leads.lock(id);
      Lead lead = leads.get(id);
      return keep(situations.standings(List.of(lead)).get(0));
    });
  }

  /** Empty unless it was read in this transaction. */
  Optional<Standing> read(LeadId id) {
    return known.find().map(all -> all.get(id));
  }

  Standing keep(Standing standing) {
    known.get().put(standing.lead().id(), standing);
    return standing;
  }

  /** Something has changed for this lead that is not in its standing. */
  void forget(LeadId id) {
    known.find().ifPresent(all -> all.remove(id));
  }
}
