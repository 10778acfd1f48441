package io.leadlifecycle.inbox;

import io.leadlifecycle.inbox.Secretary.Wish;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Reads what comes back to us by mail: who asks for no more mails gets none, and an address that does not exist is
 * not written to again. Every node reads; what two of them do twice happens once. All else is left for people.
 */
public class Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final Mailbox mailbox;
  private final Secretary secretary;
  private final InboxHealth health;
  private final MeterRegistry meters;

  Inbox(Mailbox mailbox, Secretary secretary, InboxHealth health, MeterRegistry meters) {
    this.mailbox = mailbox;
    this.secretary = secretary;
    this.health = health;
    this.meters = meters;
  }

  /** Looks at each mail that is new. A mailbox that cannot be reached now is tried again the next time. */
  public synchronized void read() {
    try {
      mailbox.read(this::handle);
      health.found(Optional.empty());
    } catch (MessagingException | RuntimeException unusable) {
      String why = unusable.getClass().getSimpleName();
      LOG.warn("The inbox cannot be read: {}", why);
      health.found(Optional.of(why));
    }
  }

  /** Nothing of what a mail says goes to the log, not even by an exception's text. */
  private @Nullable Outcome handle(byte @Nullable [] source) {
    try {
      Outcome outcome = secretary.grant(wish(source));
      meters.counter("leads.inbox.mails", "outcome", outcome.name().toLowerCase(Locale.ROOT)).increment();
      return outcome;
    } catch (RuntimeException notNow) {
      LOG.warn("What a mail asks for cannot be done now, and waits: {}", notNow.getClass().getSimpleName());
      return null;
    }
  }

  /** A mail that makes no sense today will make none tomorrow; a database that is away will be back. */
  private Wish wish(byte @Nullable [] source) {
    try {
      return source == null ? Wish.UNREADABLE : secretary.wish(new Incoming(source));
    } catch (DataAccessException | TransactionException away) {
      throw away;
    } catch (MessagingException | IOException | RuntimeException | StackOverflowError odd) {
      LOG.warn("A mail in the inbox makes no sense: {}", odd.getClass().getSimpleName());
      return Wish.UNREADABLE;
    }
  }
}
