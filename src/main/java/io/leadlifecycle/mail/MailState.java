package io.leadlifecycle.mail;

/** The life of a mail in the ledger. Each mail ends in exactly one of the final states, with a reason. */
public enum MailState {
  PENDING,
  CLAIMED,
  SENDING,
  DEFERRED,
  SENT,
  FAILED,
  UNKNOWN,
  CANCELLED,
  EXPIRED;

  public boolean isFinal() {
    return ordinal() >= SENT.ordinal();
  }

  /** Whether the mail has, or may have, reached its reader: it is never sent again by itself. */
  public boolean countsAsSent() {
    return this == SENT || this == UNKNOWN;
  }
}
