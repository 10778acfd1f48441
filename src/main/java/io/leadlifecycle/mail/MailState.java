package io.leadlifecycle.mail;

/** The life of a mail in the ledger. Each mail ends in exactly one of the final states, with a reason. */
public enum MailState {
  /** Waits to be sent. */
  PENDING,
  /** A node is about to send it. */
  CLAIMED,
  /** A node is handing it to the mail server. */
  SENDING,
  /** Could not be sent, and waits for a better instant. */
  DEFERRED,
  /** The mail server took it. */
  SENT,
  /** It can never be sent. */
  FAILED,
  /** It was being sent when a node or a connection died: it may have arrived. */
  UNKNOWN,
  /** Nobody may write to that address any more. */
  CANCELLED,
  /** It could not be sent before it was stale. */
  EXPIRED,
  /** It was left out: never meant to be sent. */
  SKIPPED;

  public boolean isFinal() {
    return ordinal() >= SENT.ordinal();
  }

  /** Whether nobody can want it sent any more, so that what it was to say may be forgotten. */
  boolean isOver() {
    return this == SENT || this == CANCELLED || this == EXPIRED || this == SKIPPED;
  }

  /** Whether the mail has, or may have, reached its reader: it is never sent again by itself. */
  public boolean countsAsSent() {
    return this == SENT || this == UNKNOWN;
  }
}
