package io.leadlifecycle.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail's step into its next state, and why. */
record Turn(MailState to, String reason, @Nullable Instant dueAt, @Nullable Instant sentAt) {

  static Turn sent(Instant at) {
    return new Turn(MailState.SENT, "Accepted by the mail server", null, at);
  }

  static Turn unknown(Instant at, String reason) {
    return new Turn(MailState.UNKNOWN, reason, null, at);
  }

  static Turn deferred(Instant until, String reason) {
    return new Turn(MailState.DEFERRED, reason, until, null);
  }

  static Turn failed(String reason) {
    return new Turn(MailState.FAILED, reason, null, null);
  }

  static Turn cancelled(String reason) {
    return new Turn(MailState.CANCELLED, reason, null, null);
  }

  static Turn expired(Instant at) {
    return new Turn(MailState.EXPIRED, "Could not be sent before it expired at " + at, null, null);
  }
}
