package io.leadlifecycle.mail;

import io.leadlifecycle.mail.MailGate.Pass;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes what is due from the ledger to the mail server. */
@Component
class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final String node = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
  private final MailClaims claims;
  private final MailGate gate;
  private final Envelopes envelopes;
  private final SmtpRelay relay;
  private final MailSettings settings;
  private final Clock clock;

  Dispatcher(
      MailClaims claims,
      MailGate gate,
      Envelopes envelopes,
      SmtpRelay relay,
      MailSettings settings,
      Clock clock) {
    this.claims = claims;
    this.gate = gate;
    this.envelopes = envelopes;
    this.relay = relay;
    this.settings = settings;
    this.clock = clock;
  }

  /** One at a time per node: who calls while another call is at work finds all done when it returns. */
  synchronized int dispatch() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("No mail is sent inside a transaction, which could be rolled back");
    }
    claims.endRunOutLeases(now());
    int tried = 0;
    for (List<DueMail> batch = claim(); !batch.isEmpty(); batch = claim()) {
      batch.forEach(this::deliver);
      tried += batch.size();
    }
    return tried;
  }

  private List<DueMail> claim() {
    Instant now = now();
    return claims.claim(node, now, now.plus(settings.lease()), settings.batch());
  }

  private void deliver(DueMail mail) {
    if (mail.isExpired(now())) {
      claims.finish(mail, MailState.CLAIMED, Turn.expired(mail.expires()));
      return;
    }
    sealed(mail).ifPresent(message -> gate.letThrough(mail, now()).ifPresent(pass -> send(pass, message)));
  }

  /** Whatever is wrong with one mail must not keep the others waiting. */
  private Optional<MimeMessage> sealed(DueMail mail) {
    try {
      return Optional.of(envelopes.seal(mail, now()));
    } catch (RuntimeException | MessagingException e) {
      LOG.error("Mail {} cannot be written", mail.key(), e);
      claims.finish(mail, MailState.CLAIMED, Turn.failed("Could not be written: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private void send(Pass pass, MimeMessage message) {
    Answer answer = relay.send(message);
    Instant now = now();
    gate.settle(pass, turn(pass.mail(), answer, now), now);
  }

  private static Turn turn(DueMail mail, Answer answer, Instant now) {
    return switch (answer.kind()) {
      case ACCEPTED -> Turn.sent(now);
      case REFUSED -> Turn.failed("Refused by the mail server: " + answer.text());
      case NOT_NOW -> later(mail, answer, now);
      case LOST -> mail.isCapped()
          ? Turn.unknown(now, "The mail server did not answer, it may have arrived: " + answer.text())
          : later(mail, answer, now);
    };
  }

  private static Turn later(DueMail mail, Answer answer, Instant now) {
    return BackOff.after(mail.tries())
        .map(wait -> Turn.deferred(now.plus(wait), "Will be tried again: " + answer.text()))
        .orElseGet(() -> Turn.failed("Given up after " + (mail.tries() + 1) + " tries: " + answer.text()));
  }

  private Instant now() {
    return SqlTime.rounded(clock.instant());
  }
}
