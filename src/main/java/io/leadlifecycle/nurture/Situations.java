package io.leadlifecycle.nurture;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.mail.Outlook;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads how things stand for leads from the modules that know it, for all of them at once. */
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
    return standings(List.of(lead)).get(0).situation();
  }

  List<Standing> standings(Collection<Lead> leads) {
    List<LeadId> ids = leads.stream().map(Lead::id).toList();
    Instant now = clock.instant();
    Map<LeadId, String> allowing = consent.allowing(ids);
    Map<String, Outlook> outlooks = mails.outlooks(leads.stream().map(Situations::address).toList());
    Map<LeadId, Instant> paused = enrolments.pausedUntil(ids);
    Map<LeadId, List<EnrolmentTable.Row>> enrolled = enrolments.of(ids);
    Map<LeadId, Set<String>> topics = unwanted.of(ids);
    Map<String, List<MailEntry>> ledger = mails.of(ids.stream().map(LeadId::toString).toList());
    return leads.stream().map(lead -> {
      Outlook outlook = outlooks.get(address(lead));
      Instant pause = paused.getOrDefault(lead.id(), Instant.EPOCH);
      Situation situation = new Situation(
          now,
          allowing.get(lead.id()),
          outlook.allowance().notBefore(pause),
          NurtureMails.placeOf(lead),
          running(enrolled.getOrDefault(lead.id(), List.of())),
          topics.getOrDefault(lead.id(), Set.of()),
          Received.from(ledger.getOrDefault(lead.id().toString(), List.of())));
      return new Standing(lead, situation, outlook, pause);
    }).toList();
  }

  List<Enrolment> enrolmentsOf(Lead lead) {
    return running(enrolments.of(lead.id()));
  }

  /** Without those whose sequence the playbook no longer has. */
  private List<Enrolment> running(List<EnrolmentTable.Row> rows) {
    return rows.stream()
        .flatMap(row -> sequences.find(row.sequence()).stream()
            .map(sequence -> new Enrolment(row.id(), sequence, row.startedAt())))
        .toList();
  }

  private static String address(Lead lead) {
    return lead.contact().email().value();
  }
}
