package io.leadlifecycle.mail;

import io.leadlifecycle.mail.MailGateTable.Gate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every nurture mail has to pass right before it is sent. Whoever changes both locks the gate's row
 * before rows of the ledger, so that nobody waits in a circle.
 */
@Component
class MailGate {

  private static final Logger LOG = LoggerFactory.getLogger(MailGate.class);

  private final MailGateTable gates;
  private final MailLedgerTable ledger;
  private final MailClaims claims;
  private final MailSettings settings;
  private final TransactionTemplate transactions;

  MailGate(
      MailGateTable gates,
      MailLedgerTable ledger,
      MailClaims claims,
      MailSettings settings,
      TransactionTemplate transactions) {
    this.gates = gates;
    this.ledger = ledger;
    this.claims = claims;
    this.settings = settings;
    this.transactions = transactions;
  }

  /** A mail that may be sent now. Its gate is closed until {@code reserved}, should this node die. */
  record Pass(DueMail mail, Instant reserved) {}

  Optional<Pass> letThrough(DueMail mail, Instant now) {
    Pass pass = new Pass(mail, settings.cap().next(now).plus(settings.lease()));
    if (mail.isCapped()) {
      gates.ensure(mail.addressHash());
    }
    boolean passes = Boolean.TRUE.equals(transactions.execute(transaction -> {
      if (mail.isCapped() && !gates.reserve(mail.addressHash(), now, pass.reserved())) {
        claims.finish(mail, MailState.CLAIMED, refusal(mail));
        return false;
      }
      boolean ours = claims.startSending(mail, now.plus(settings.lease()));
      if (!ours) {
        transaction.setRollbackOnly();
      }
      return ours;
    }));
    return passes ? Optional.of(pass) : Optional.empty();
  }

  private Turn refusal(DueMail mail) {
    Gate gate = gates.lock(mail.addressHash());
    return gate.suppressedWhy() == null
        ? Turn.deferred(gate.nextAllowedAt(), "Waits for the cap: " + settings.cap())
        : Turn.cancelled("No mail may go to this address: " + gate.suppressedWhy());
  }

  void settle(Pass pass, Turn turn, Instant now) {
    transactions.executeWithoutResult(transaction -> {
      if (pass.mail().isCapped()) {
        settleGate(pass, turn, now);
      }
      if (!claims.finish(pass.mail(), MailState.SENDING, turn)) {
        LOG.warn("Mail {} took longer than its lease; it ended as {}", pass.mail().key(), turn);
        transaction.setRollbackOnly();
      }
    });
  }

  private void settleGate(Pass pass, Turn turn, Instant now) {
    String hash = pass.mail().addressHash();
    if (turn.to().countsAsSent()) {
      Instant next = settings.cap().next(now);
      gates.correct(hash, pass.reserved(), next);
      ledger.pullForward(hash, pass.reserved(), next);
    } else {
      gates.release(hash, pass.reserved());
      ledger.pullForward(hash, pass.reserved(), now);
    }
  }

  void suppress(String addressHash, String why, Instant now) {
    transactions.executeWithoutResult(transaction -> {
      gates.ensure(addressHash);
      gates.suppress(addressHash, why, now);
      ledger.cancelWaiting(addressHash, "No mail may go to this address: " + why);
    });
  }

  void allow(String addressHash) {
    gates.allow(addressHash);
  }

  /** Mails that wait go first, each a window after the one before. */
  Instant nextAllowed(String addressHash, Instant now) {
    Instant next = gates.find(addressHash).map(Gate::nextAllowedAt).orElse(Instant.EPOCH);
    for (Instant due : ledger.waiting(addressHash)) {
      next = settings.cap().next(latest(next, due, now));
    }
    return next;
  }

  private static Instant latest(Instant... instants) {
    return Collections.max(List.of(instants));
  }
}
