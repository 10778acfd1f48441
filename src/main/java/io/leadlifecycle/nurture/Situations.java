package io.leadlifecycle.nurture;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.Mails;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads how things stand for a lead from the modules that know it. */
@Component
class Situations {

  private final EnrolmentTable enrolments;
  private final Sequences sequences;
  private final Consent consent;
  private final Mails mails;
  private final Clock clock;

  Situations(EnrolmentTable enrolments, Sequences sequences, Consent consent, Mails mails, Clock clock) {
    this.enrolments = enrolments;
    this.sequences = sequences;
    this.consent = consent;
    this.mails = mails;
    this.clock = clock;
  }

  Situation of(Lead lead) {
    Instant now = clock.instant();
    List<MailEntry> ledger = mails.of(lead.id().toString());
    return new Situation(
        now,
        consent.isGiven(lead.id()),
        Instants.later(pauseEnd(lead, now), capEnd(lead, ledger, now)),
        mails.window(),
        lead.contact().timeZone(),
        enrolmentsOf(lead),
        Received.from(ledger));
  }

  private Instant pauseEnd(Lead lead, Instant now) {
    return enrolments.pausedUntil(lead.id()).orElse(now);
  }

  /** The cap counts what went. A mail that waits in the ledger goes first: the next one keeps its distance from that. */
  private Instant capEnd(Lead lead, List<MailEntry> ledger, Instant now) {
    Instant free = mails.nextAllowed(lead.contact().email().value(), now);
    return Received.lastWaiting(ledger)
        .map(waiting -> Instants.later(waiting, now).plus(mails.window()))
        .map(afterWaiting -> Instants.later(afterWaiting, free))
        .orElse(free);
  }

  private List<Enrolment> enrolmentsOf(Lead lead) {
    return enrolments.of(lead.id()).stream()
        .flatMap(row -> sequences.find(row.sequence()).stream()
            .map(sequence -> new Enrolment(row.id(), sequence, row.startedAt())))
        .toList();
  }
}
