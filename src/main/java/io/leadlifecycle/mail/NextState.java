package io.leadlifecycle.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail's step into its next state, and why.
 *
 * @param dueAt of the next try; null if there is none
 * @param waitsForGate whether that may come sooner, when the gate opens sooner than was thought
 * @param isTry whether the mail server was asked to take it, in vain
 */
record NextState(
    MailState to,
    String reason,
    @Nullable Instant dueAt,
    @Nullable Instant sentAt,
    boolean waitsForGate,
    boolean isTry) {

  /** Without the reason, which may quote a mail server, and with it an address: this may be logged. */
  @Override
  public String toString() {
    return to.name();
  }

  static NextState sent(Instant at) {
    return new NextState(MailState.SENT, "Accepted by the mail server", null, at, false, false);
  }

  static NextState unknown(Instant at, String reason) {
    return new NextState(MailState.UNKNOWN, reason, null, at, false, false);
  }

  static NextState retried(Instant at, String reason) {
    return new NextState(MailState.DEFERRED, reason, at, null, false, true);
  }

  /** Not the mail's fault, and no try of it. */
  static NextState deferred(Instant until, String reason) {
    return new NextState(MailState.DEFERRED, reason, until, null, false, false);
  }

  static NextState gated(Instant until, String reason) {
    return new NextState(MailState.DEFERRED, reason, until, null, true, false);
  }

  static NextState pending(Instant at, String reason) {
    return new NextState(MailState.PENDING, reason, at, null, false, false);
  }

  static NextState failed(String reason) {
    return new NextState(MailState.FAILED, reason, null, null, false, false);
  }

  static NextState cancelled(String reason) {
    return new NextState(MailState.CANCELLED, reason, null, null, false, false);
  }

  /** A mail that would have to wait until it is stale need not wait. */
  NextState orExpired(DueMail mail) {
    return dueAt != null && mail.isExpired(dueAt) ? expired(mail.expires()) : this;
  }

  static NextState expired(@Nullable Instant at) {
    String reason = "Could not be sent before it expired at " + at;
    return new NextState(MailState.EXPIRED, reason, null, null, false, false);
  }
}
