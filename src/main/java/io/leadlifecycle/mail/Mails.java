package io.leadlifecycle.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mail ledger: what it takes is sent once, and not too soon. */
@Component
public class Mails {

  /** @return false if a mail of this key was posted before: nothing happens then */
  public boolean post(MailOrder order) { throw new UnsupportedOperationException(); }

  /** The earliest instant, not before {@code at}, at which the cap lets a nurture mail go to this address. */
  public Instant nextAllowed(String address, Instant at) { throw new UnsupportedOperationException(); }

  /** The least time between two nurture mails to one address. */
  public Duration window() { throw new UnsupportedOperationException(); }

  /** The subject of a mail as its reader will see it, in that language or in English. */
  public String subject(String template, Locale locale, Map<String, String> values) { throw new UnsupportedOperationException(); }

  /** All mails of that reference, oldest first. */
  public List<MailEntry> of(String reference) { throw new UnsupportedOperationException(); }

  public Optional<MailEntry> find(String key) { throw new UnsupportedOperationException(); }

  /** No nurture mail goes to this address any more, nor any that waits. Repeatable. */
  public void suppress(String address, String reason) { throw new UnsupportedOperationException(); }

  /** Nurture mails may go to this address again, since its owner agreed anew. */
  public void allow(String address) { throw new UnsupportedOperationException(); }

  /** Sends what is due, until nothing is. @return how many mails were tried */
  public int dispatch() { throw new UnsupportedOperationException(); }

  /** When the next waiting mail falls due. */
  public Optional<Instant> nextDue() { throw new UnsupportedOperationException(); }
}
