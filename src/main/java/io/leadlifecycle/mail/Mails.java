package io.leadlifecycle.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The mail ledger: what it takes is sent once, and not too soon. */
@Component
public class Mails {

  private static final Logger LOG = LoggerFactory.getLogger(Mails.class);

  private final MailLedgerTable ledger;
  private final MailGate gate;
  private final Dispatcher dispatcher;
  private final Letters letters;
  private final Envelopes envelopes;
  private final AddressHash hash;
  private final MailCap cap;
  private final Clock clock;

  Mails(
      MailLedgerTable ledger,
      MailGate gate,
      Dispatcher dispatcher,
      Letters letters,
      Envelopes envelopes,
      AddressHash hash,
      MailSettings settings,
      Clock clock) {
    this.ledger = ledger;
    this.gate = gate;
    this.dispatcher = dispatcher;
    this.letters = letters;
    this.envelopes = envelopes;
    this.hash = hash;
    this.cap = settings.cap();
    this.clock = clock;
  }

  /**
   * Takes a mail, in the caller's transaction: if that is rolled back, nothing was posted.
   *
   * @return false if a mail of this key was posted before: nothing happens then
   */
  public boolean post(MailOrder order) {
    if (ledger.find(order.key()).isPresent()) {
      return false;
    }
    String messageId = envelopes.messageId(order.key());
    return ledger.post(order, hash.of(order.address()), subject(order), messageId, clock.instant());
  }

  /** A faulty template must not stop the lead's process: the ledger will show the mail as failed. */
  private String subject(MailOrder order) {
    try {
      return subject(order.template(), order.locale(), order.values());
    } catch (UnusableTemplate e) {
      LOG.error("Mail {} cannot be written from {}", order.key(), order.template(), e);
      return order.template();
    }
  }

  /** The earliest instant, not before {@code at}, at which the cap lets a nurture mail go to this address. */
  public Instant nextAllowed(String address, Instant at) {
    Instant next = gate.nextAllowed(hash.of(address), clock.instant());
    return next.isAfter(at) ? next : at;
  }

  /** The least time between two nurture mails to one address. */
  public Duration window() {
    return cap.window();
  }

  /** The subject of a mail as its reader will see it, in that language or in English. */
  public String subject(String template, Locale locale, Map<String, String> values) {
    return letters.write(template, locale, values).subject();
  }

  /** All mails of that reference, oldest first. */
  public List<MailEntry> of(String reference) {
    return ledger.of(reference);
  }

  public Optional<MailEntry> find(String key) {
    return ledger.find(key);
  }

  /** No nurture mail goes to this address any more, nor any that waits. Repeatable. */
  public void suppress(String address, String reason) {
    gate.suppress(hash.of(address), reason, clock.instant());
  }

  /** Nurture mails may go to this address again, since its owner agreed anew. */
  public void allow(String address) {
    gate.allow(hash.of(address));
  }

  /**
   * Sends what is due, until nothing is. Not inside a transaction.
   *
   * @return how many mails were tried
   */
  public int dispatch() {
    return dispatcher.dispatch();
  }

  /** When the next waiting mail falls due. */
  public Optional<Instant> nextDue() {
    return ledger.nextDue();
  }
}
