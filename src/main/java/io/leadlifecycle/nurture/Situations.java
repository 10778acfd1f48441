package io.leadlifecycle.nurture;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.Lead;
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
    Instant pauseEnd = enrolments.pausedUntil(lead.id()).orElse(now);
    Instant capEnd = mails.nextAllowed(lead.contact().email().value(), now);
    return new Situation(
        now,
        consent.isGiven(lead.id()),
        Instants.later(pauseEnd, capEnd),
        mails.window(),
        lead.contact().timeZone(),
        enrolmentsOf(lead),
        Received.from(mails.of(lead.id().toString())));
  }

  private List<Enrolment> enrolmentsOf(Lead lead) {
    return enrolments.of(lead.id()).stream()
        .flatMap(row -> sequences.find(row.sequence()).stream()
            .map(sequence -> new Enrolment(row.id(), sequence, row.startedAt())))
        .toList();
  }
}
