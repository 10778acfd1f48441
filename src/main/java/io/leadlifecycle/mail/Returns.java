package io.leadlifecycle.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What comes back for mails of the ledger: which of them it is about, and what it means for their address. */
@Component
public class Returns {

  private static final Pattern EXTENSION = Pattern.compile("\\+([0-9a-f]{32})@");

  private final MailLedgerTable ledger;
  private final MailGate gate;
  private final CommonTime time;
  private final Sender sender;

  Returns(MailLedgerTable ledger, MailGate gate, CommonTime time, MailSettings settings) {
    this.ledger = ledger;
    this.gate = gate;
    this.time = time;
    this.sender = Sender.of(settings);
  }

  /** The mail of that Message-ID, without the angle brackets, as in In-Reply-To; empty if it is none of ours. */
  public Optional<MailEntry> mail(String messageId) {
    return ledger.withMessageId(messageId);
  }

  /** The mail that a server returns to this address; empty if it is no address for what comes back. */
  public Optional<MailEntry> returnedTo(String recipient) {
    String address = recipient.strip().toLowerCase(Locale.ROOT);
    Matcher extension = EXTENSION.matcher(address);
    return extension.find() && address.equals(sender.bouncesOf(extension.group(1) + "@").toLowerCase(Locale.ROOT))
        ? mail(extension.group(1) + "@" + sender.domain())
        : Optional.empty();
  }

  /** Whether a mail to this address asks for no more mails. */
  public boolean isUnsubscribeMailbox(String recipient) {
    return recipient.strip().equalsIgnoreCase(sender.unsubscribe());
  }

  /**
   * The mail came back for good: no nurture mail goes to its address any more, nor any that waits. Repeatable.
   *
   * @param code the enhanced status code (RFC 3463), such as {@code 5.1.1}
   */
  public void undeliverable(String key, String code) {
    ledger.addressHashOf(key).ifPresent(hash ->
        gate.suppress(new GateKey(hash, MailClass.NURTURE), MailGate.HARD_BOUNCE + code, time.now()));
  }
}
