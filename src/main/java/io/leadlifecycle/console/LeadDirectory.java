package io.leadlifecycle.console;

import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.scoring.Score;
import io.leadlifecycle.scoring.Scoring;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds leads, each with its score. */
@Component
class LeadDirectory {

  private final Leads leads;
  private final Scoring scoring;

  LeadDirectory(Leads leads, Scoring scoring) {
    this.leads = leads;
    this.scoring = scoring;
  }

  /** Captured last first. */
  @Transactional(readOnly = true)
  public Found find(LeadQuery query) {
    List<Hit> hits =
        leads.search(query.stage(), query.text(), query.page(), query.size()).stream()
            .map(lead -> new Hit(lead, scoring.of(lead.id())))
            .toList();
    return new Found(hits, hits.size() == query.size() && hasMoreThan(query));
  }

  record Hit(Lead lead, Score score) {}

  /** @param hasNext whether there is a page after this one */
  record Found(List<Hit> hits, boolean hasNext) {}

  /** Asks for the first lead of the next page, as the only one on its page. */
  private boolean hasMoreThan(LeadQuery query) {
    int next = (query.page() + 1) * query.size();
    return !leads.search(query.stage(), query.text(), next, 1).isEmpty();
  }
}
