package io.leadlifecycle.nurture;

import io.leadlifecycle.calendar.Allowance;
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
  private final UnwantedTopicTable unwanted;
  private final Sequences sequences;
  private final Consent consent;
  private final Mails mails;
  private final Clock clock;

  Situations(
      EnrolmentTable enrolments,
      UnwantedTopicTable unwanted,
      Sequences sequences,
      Consent consent,
      Mails mails,
      Clock clock) {
    this.enrolments = enrolments;
    this.unwanted = unwanted;
    this.sequences = sequences;
    this.consent = consent;
    this.mails = mails;
    this.clock = clock;
  }

  Situation of(Lead lead) {
    Instant now = clock.instant();
    return new Situation(
        now,
        consent.allowing(lead.id()).orElse(null),
        allowance(lead),
        NurtureMails.placeOf(lead),
        enrolmentsOf(lead),
        unwanted.of(lead.id()),
        Received.from(mails.of(lead.id().toString())));
  }

  /** A cooling-off that a rep asked for is no rule of the address: it holds for this lead only. */
  private Allowance allowance(Lead lead) {
    Allowance ofAddress = mails.allowance(lead.contact().email().value());
    return enrolments.pausedUntil(lead.id()).map(ofAddress::notBefore).orElse(ofAddress);
  }

  /** Without those whose sequence the playbook no longer has. */
  List<Enrolment> enrolmentsOf(Lead lead) {
    return enrolments.of(lead.id()).stream()
        .flatMap(row -> sequences.find(row.sequence()).stream()
            .map(sequence -> new Enrolment(row.id(), sequence, row.startedAt())))
        .toList();
  }
}
