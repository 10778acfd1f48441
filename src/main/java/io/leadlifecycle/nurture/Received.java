package io.leadlifecycle.nurture;

import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nurture mails that a lead has had, or will have since they wait in the ledger.
 *
 * @param steps when each step was had, by the ledger's key; a mail that failed was had, too: its step is over
 * @param mails when each mail was had, by its stem; a mail that failed was not
 */
record Received(Map<String, Instant> steps, Map<String, Instant> mails) {

  static final Received NOTHING = new Received(Map.of(), Map.of());

  Received {
    steps = Map.copyOf(steps);
    mails = Map.copyOf(mails);
  }

  static Received from(List<MailEntry> ledger) {
    Received received = NOTHING;
    for (MailEntry mail : ledger) {
      received = mail.mailClass() == MailClass.NURTURE ? received.and(mail) : received;
    }
    return received;
  }

  private Received and(MailEntry mail) {
    boolean reachesReader = !mail.state().isFinal() || mail.state().countsAsSent();
    return new Received(
        with(steps, mail.key(), at(mail)), reachesReader ? with(mails, mail.template(), at(mail)) : mails);
  }

  Received and(Turn sent) {
    return new Received(with(steps, sent.key(), sent.at()), with(mails, sent.mail(), sent.at()));
  }

  /** When the step was had, by itself or since its mail came with another sequence. */
  Optional<Instant> step(Enrolment enrolment, int step) {
    Instant had = steps.get(enrolment.key(step));
    return Optional.ofNullable(had != null ? had : mails.get(enrolment.sequence().step(step).mail()));
  }

  private static Instant at(MailEntry mail) {
    if (mail.sentAt() != null) {
      return mail.sentAt();
    }
    return mail.state().isFinal() ? mail.postedAt() : Instants.later(mail.postedAt(), mail.dueAt());
  }

  private static Map<String, Instant> with(Map<String, Instant> map, String key, Instant at) {
    Map<String, Instant> more = new HashMap<>(map);
    more.merge(key, at, Instants::later);
    return more;
  }
}
