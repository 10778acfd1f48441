package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.MailCap;
import io.leadlifecycle.smtp.MailSink.Accepted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds the mail server's own log against the ledger: what was promised is judged by what arrived.
 *
 * @param accepted nurture mails that the server took
 * @param doubled mails that it took again
 * @param overTheCap mails that came to an address before its windows allowed
 * @param lost mails that the ledger calls sent and the server does not know
 * @param open mails that have come to no end
 * @param unknown mails that the ledger calls unknown
 * @param unknownAccepted those of them that arrived
 * @param unaccounted mails that arrived, and of which the ledger says neither sent nor unknown
 */
record Audit(
    int accepted,
    int doubled,
    int overTheCap,
    int lost,
    int open,
    int unknown,
    int unknownAccepted,
    int unaccounted) {

  static Audit of(List<Accepted> log, Collection<MailEntry> ledger, MailCap cap) {
    Map<String, MailEntry> byId =
        ledger.stream().collect(Collectors.toMap(MailEntry::messageId, Function.identity()));
    List<Accepted> nurture = log.stream()
        .filter(mail -> byId.get(mail.messageId()).mailClass() == MailClass.NURTURE)
        .toList();
    Set<String> arrived = nurture.stream().map(Accepted::messageId).collect(Collectors.toCollection(HashSet::new));
    List<MailEntry> mails = ledger.stream().filter(mail -> mail.mailClass() == MailClass.NURTURE).toList();
    return new Audit(
        nurture.size(),
        nurture.size() - arrived.size(),
        tooSoon(nurture, cap),
        count(mails, mail -> mail.state() == MailState.SENT && !arrived.contains(mail.messageId())),
        count(ledger, mail -> !mail.state().isFinal()),
        count(mails, mail -> mail.state() == MailState.UNKNOWN),
        count(mails, mail -> mail.state() == MailState.UNKNOWN && arrived.contains(mail.messageId())),
        count(mails, mail -> !mail.state().countsAsSent() && arrived.contains(mail.messageId())));
  }

  private static int tooSoon(List<Accepted> log, MailCap cap) {
    Map<String, List<Instant>> sent = new HashMap<>();
    int tooSoon = 0;
    for (Accepted mail : log) {
      List<Instant> earlier = sent.computeIfAbsent(mail.to(), to -> new ArrayList<>());
      tooSoon += cap.next(earlier, mail.at()).isAfter(mail.at()) ? 1 : 0;
      earlier.add(mail.at());
    }
    return tooSoon;
  }

  private static int count(Collection<MailEntry> mails, Predicate<MailEntry> which) {
    return (int) mails.stream().filter(which).count();
  }

  /** Whether every promise was kept. A mail may be unknown, since the program says so itself. */
  boolean isClean() {
    return doubled + overTheCap + lost + open + unaccounted == 0;
  }
}
