package io.leadlifecycle.enrichment;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What we found out about a lead, and by whom. */
@Component("enrichment")
@Transactional
public class Enrichment {

  private final FindingsRecords records;
  private final Leads leads;
  private final EnrichmentSettings settings;
  private final Clock clock;

  Enrichment(FindingsRecords records, Leads leads, EnrichmentSettings settings, Clock clock) {
    this.records = records;
    this.leads = leads;
    this.settings = settings;
    this.clock = clock;
  }

  /** Keeps what a rep found; a later note replaces an earlier one by field, blanks keep what was there. */
  public void note(LeadId lead, Findings findings, String rep) {
    Findings all = findings.over(of(lead));
    records.save(new FindingsRecord(lead, all, rep, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    leads.amend(lead, all.homepage(), all.phone());
  }

  /** What is known; before any note, what the lead itself told us. */
  @Transactional(readOnly = true)
  public Findings of(LeadId lead) {
    return records.findById(lead.value())
        .map(FindingsRecord::findings)
        .orElseGet(() -> Findings.toldBy(leads.get(lead).contact()));
  }

  /** When the research is given up, for the model's timer. */
  @Transactional(readOnly = true)
  public Date deadline(LeadId lead) {
    return Date.from(settings.deadlineOf(leads.get(lead), clock.instant()));
  }
}
