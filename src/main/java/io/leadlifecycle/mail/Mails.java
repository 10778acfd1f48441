package io.leadlifecycle.mail;

import io.leadlifecycle.letter.Letters;
import io.leadlifecycle.letter.UnusableTemplate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The mail ledger: what it takes is sent once, and not too soon. */
@Component
public class Mails {

  private static final Logger LOG = LoggerFactory.getLogger(Mails.class);

  private static final Set<MailState> RESENDABLE = Set.of(MailState.FAILED, MailState.UNKNOWN);

  private static final String WAITS = "Waits to be sent";

  private final MailLedgerTable ledger;
  private final MailGate gate;
  private final Dispatcher dispatcher;
  private final Letters letters;
  private final Envelopes envelopes;
  private final AddressHash hash;
  private final CommonTime time;

  Mails(
      MailLedgerTable ledger,
      MailGate gate,
      Dispatcher dispatcher,
      Letters letters,
      Envelopes envelopes,
      AddressHash hash,
      CommonTime time) {
    this.ledger = ledger;
    this.gate = gate;
    this.dispatcher = dispatcher;
    this.letters = letters;
    this.envelopes = envelopes;
    this.hash = hash;
    this.time = time;
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
    return ledger.post(line(order, MailState.PENDING, WAITS));
  }

  /**
   * Takes a mail that nobody else can order meanwhile: it is written, with others, when the caller's transaction
   * commits.
   *
   * @return how the ledger will tell of it
   * @throws IllegalStateException outside a transaction
   */
  public MailEntry postAtCommit(MailOrder order) {
    return writeAtCommit(line(order, MailState.PENDING, WAITS));
  }

  /**
   * Writes down that a mail is left out, so that it can be told why: its key is used up. Otherwise like {@link
   * #postAtCommit}.
   *
   * @param reason for a person to read
   */
  public MailEntry skipAtCommit(MailOrder order, String reason) {
    return writeAtCommit(line(order, MailState.SKIPPED, reason));
  }

  private MailEntry writeAtCommit(NewLine line) {
    ledger.postAtCommit(line);
    return line.entry();
  }

  private NewLine line(MailOrder order, MailState state, String reason) {
    return new NewLine(
        order, state, reason, hash.of(order.address()), subject(order), envelopes.messageId(order.key()), time.now());
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

  /** What the cap and the readers' wishes leave for nurture mails to these addresses. */
  public Map<String, Outlook> outlooks(Collection<String> addresses) {
    Map<String, Outlook> byHash = gate.outlooks(addresses.stream().map(hash::of).toList(), time.now());
    return addresses.stream()
        .distinct()
        .collect(Collectors.toMap(address -> address, address -> byHash.get(hash.of(address))));
  }

  /** What the reader asked for. */
  public Preference preference(String address) {
    return gate.preference(nurture(address));
  }

  /** From now on nurture mails go there only as rarely as their reader wants. The wish that comes last holds. */
  public void prefer(String address, Preference preference) {
    gate.prefer(nurture(address), preference, time.now());
  }

  /** The subject of a mail as its reader will see it, in that language or in English. */
  public String subject(String template, Locale locale, Map<String, String> values) {
    return letters.write(template, locale, values).subject();
  }

  /** All mails of that reference, oldest first. */
  public List<MailEntry> of(String reference) {
    return ledger.of(reference);
  }

  /** The same of each of these references of which there are any. */
  public Map<String, List<MailEntry>> of(Collection<String> references) {
    return ledger.of(references);
  }

  /**
   * Takes all mails of that reference out of the ledger, in the caller's transaction, as if they had never been
   * ordered. One that is being sent is held back if that is still possible.
   */
  public void forget(String reference) {
    ledger.delete(reference);
  }

  public Optional<MailEntry> find(String key) {
    return ledger.find(key);
  }

  /** No nurture mail goes to this address any more, nor any that waits. Repeatable: the last time counts. */
  public void suppress(String address, String reason) {
    gate.suppress(nurture(address), reason, time.now());
  }

  /** Nurture mails may go to this address again, since its owner agreed anew, and told us so itself. */
  public void allow(String address) {
    gate.allow(nurture(address));
  }

  /**
   * Nurture mails may go to this address if its owner agreed to that at that instant, as others say. What was
   * suppressed later stays so.
   *
   * @return whether they may
   */
  public boolean allow(String address, Instant agreed) {
    return gate.allow(nurture(address), agreed);
  }

  /**
   * Leaves a mail out that waits. One that is being handed over goes its way.
   *
   * @param reason for a person to read
   * @return false if it does not wait any more: nothing happens then
   */
  public boolean leaveOut(String key, String reason) {
    boolean leftOut = ledger.leaveOut(key, reason);
    Tally.of(MailClass.NURTURE, MailState.SKIPPED, leftOut ? 1 : 0);
    return leftOut;
  }

  /**
   * Lets a mail that waits go no sooner than that.
   *
   * @param reason for a person to read
   * @return false if it does not wait any more, or waits longer anyway: nothing happens then
   */
  public boolean postpone(String key, Instant until, String reason) {
    boolean postponed = ledger.postpone(key, until, reason);
    Tally.of(MailClass.NURTURE, MailState.DEFERRED, postponed ? 1 : 0);
    return postponed;
  }

  /** Mails in these states, of which those that were due last come first. */
  public List<MailEntry> in(Set<MailState> states, int atMost) {
    return ledger.in(states, atMost);
  }

  /** How many mails there are in each state, of which there are any. */
  public Map<MailState, Long> countByState() {
    return ledger.countByState();
  }

  /**
   * Sends a mail again that failed, or of which nobody knows whether it arrived. The cap holds for it, too.
   *
   * @param by who wants it, for the ledger's reason
   * @return false if the mail is in no such state, or its reader got the same with another sequence: nothing
   *     happens then
   */
  public boolean resend(String key, String by) {
    return ledger.restart(key, RESENDABLE, "To be sent again, says " + by, time.now());
  }

  private GateKey nurture(String address) {
    return new GateKey(hash.of(address), MailClass.NURTURE);
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
