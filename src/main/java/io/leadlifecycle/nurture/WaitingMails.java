package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.Mails;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A lead's nurture mails that are posted but not yet sent: what it wants now holds for them, too. */
@Component
class WaitingMails {

  private final Mails mails;
  private final Situations situations;

  WaitingMails(Mails mails, Situations situations) {
    this.mails = mails;
    this.situations = situations;
  }

  /** Leaves those out that are on one of these topics. */
  void leaveOut(Lead lead, Set<String> topics) {
    List<Enrolment> enrolments = situations.enrolmentsOf(lead);
    of(lead).map(MailEntry::key).forEach(key -> enrolments.stream()
        .filter(enrolment -> enrolment.owns(key))
        .map(enrolment -> enrolment.sequence().topic())
        .filter(topic -> topics.contains(topic.key()))
        .forEach(topic -> mails.leaveOut(key, topic.unwanted())));
  }

  void postpone(Lead lead, Instant pauseEnd) {
    of(lead).forEach(mail -> mails.postpone(mail.key(), pauseEnd, "Waits for the end of the pause"));
  }

  private Stream<MailEntry> of(Lead lead) {
    return mails.of(lead.id().toString()).stream()
        .filter(mail -> mail.mailClass() == MailClass.NURTURE && !mail.state().isFinal());
  }
}
