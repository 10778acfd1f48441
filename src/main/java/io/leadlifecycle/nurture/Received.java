package io.leadlifecycle.nurture;

import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The nurture mails that a lead has had, or will have since they wait in the ledger.
 *
 * @param steps when each step was had, by the ledger's key; a mail that failed was had, too: its step is over
 * @param mails when each mail was had, by its stem; a mail that failed was not
 * @param waiting those of these mails that wait: they may still fail
 * @param leftOut steps that the ledger tells were left out, by its keys
 */
record Received(
    Map<String, Instant> steps, Map<String, Instant> mails, Set<String> waiting, Set<String> leftOut) {

  static final Received NOTHING = new Received(Map.of(), Map.of(), Set.of(), Set.of());

  Received {
    steps = Map.copyOf(steps);
    mails = Map.copyOf(mails);
    waiting = Set.copyOf(waiting);
    leftOut = Set.copyOf(leftOut);
  }

  static Received from(List<MailEntry> ledger) {
    Received received = NOTHING;
    for (MailEntry mail : ledger) {
      received = mail.mailClass() == MailClass.NURTURE ? received.and(mail) : received;
    }
    return received;
  }

  /** With one more line of the ledger. */
  Received and(MailEntry mail) {
    if (mail.state() == MailState.SKIPPED) {
      return without(mail.key());
    }
    boolean waits = !mail.state().isFinal();
    return new Received(
        with(steps, mail.key(), at(mail)),
        waits || mail.state().countsAsSent() ? with(mails, mail.template(), at(mail)) : mails,
        waits ? with(waiting, mail.template()) : waiting,
        leftOut);
  }

  Received without(Turn leftOut) {
    return without(leftOut.key());
  }

  private Received without(String key) {
    return new Received(steps, mails, waiting, with(leftOut, key));
  }

  Received and(Turn sent) {
    return new Received(
        with(steps, sent.key(), sent.at()), with(mails, sent.mail(), sent.at()), waiting, leftOut);
  }

  /** Whether the ledger has a line of its own for that step. */
  boolean isInLedger(Turn turn) {
    return steps.containsKey(turn.key()) || leftOut.contains(turn.key());
  }

  /** When the step was had, by itself or since its mail came with another sequence. */
  Optional<Instant> when(Turn turn) {
    return Optional.ofNullable(steps.get(turn.key())).or(() -> Optional.ofNullable(mails.get(turn.mail())));
  }

  /** When the lead had the mail, or is to have it if it waits. */
  static Instant at(MailEntry mail) {
    if (mail.sentAt() != null) {
      return mail.sentAt();
    }
    return mail.state().isFinal() ? mail.postedAt() : Instants.later(mail.postedAt(), mail.dueAt());
  }

  private static Set<String> with(Set<String> set, String one) {
    Set<String> more = new HashSet<>(set);
    more.add(one);
    return more;
  }

  private static Map<String, Instant> with(Map<String, Instant> map, String key, Instant at) {
    Map<String, Instant> more = new HashMap<>(map);
    more.merge(key, at, Instants::later);
    return more;
  }
}
