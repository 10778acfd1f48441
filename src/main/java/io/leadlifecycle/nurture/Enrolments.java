package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts leads into sequences, into each one once in their life, and lets them rest. */
@Component
class Enrolments {

  private final EnrolmentTable table;
  private final Sequences sequences;
  private final Leads leads;
  private final Clock clock;

  Enrolments(EnrolmentTable table, Sequences sequences, Leads leads, Clock clock) {
    this.table = table;
    this.sequences = sequences;
    this.leads = leads;
    this.clock = clock;
  }

  /** @return whether the lead is in a sequence in which it was not before */
  boolean startOn(LeadId lead, String offer) {
    return start(lead, sequences.startingOn(offer));
  }

  boolean startForQuiet(LeadId lead) {
    return start(lead, sequences.forQuietLeads());
  }

  void pause(LeadId lead, Instant until) {
    leads.lock(lead);
    table.pause(lead, until.truncatedTo(ChronoUnit.MICROS));
  }

  private boolean start(LeadId lead, List<Sequence> starting) {
    leads.lock(lead);
    return starting.stream()
        .filter(sequence -> table.add(lead, sequence.key(), clock.instant().truncatedTo(ChronoUnit.MICROS)))
        .count() > 0;
  }
}
