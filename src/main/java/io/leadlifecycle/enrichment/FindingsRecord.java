package io.leadlifecycle.enrichment;

import io.leadlifecycle.lead.LeadId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What is known about a lead as it is kept, with who noted it last. */
@Entity
@Table(name = "findings")
class FindingsRecord {

  @Id private UUID leadId;
  @Embedded private Findings findings;
  private String notedBy;
  private Instant notedAt;

  protected FindingsRecord() {}

  FindingsRecord(LeadId lead, Findings findings, String rep, Instant now) {
    leadId = lead.value();
    this.findings = findings;
    notedBy = rep;
    notedAt = now;
  }

  Findings findings() {
    return findings;
  }

  Told told() {
    return new Told(findings, notedBy, notedAt);
  }

  /** @param by the rep who noted something last */
  record Told(Findings findings, String by, Instant at) {}
}
