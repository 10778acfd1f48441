package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.Allowance;
import io.leadlifecycle.mail.MailLedgerTable.Waiting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What one address may still get of nurture mails, at the instant at which it was asked for. Never changes. */
public final class Outlook {

  private final MailGate rules;
  private final Gate gate;
  private final List<Waiting> waiting;
  private final Instant now;

  Outlook(MailGate rules, Gate gate, List<Waiting> waiting, Instant now) {
    this.rules = rules;
    this.gate = gate;
    this.waiting = waiting;
    this.now = now;
  }

  /** What is left once the mails that wait have gone, each as soon as it may. */
  public Allowance allowance() {
    return rules.left(gate, waiting, now);
  }

  /** The same if that mail waits, too. */
  public Outlook with(MailOrder posted) {
    Waiting last = new Waiting(posted.key(), gate.key(), now, "", posted.place(), posted.expires());
    List<Waiting> all =
        Stream.concat(waiting.stream(), Stream.of(last)).sorted(Comparator.comparing(Waiting::dueAt)).toList();
    return new Outlook(rules, gate, all, now);
  }
}
