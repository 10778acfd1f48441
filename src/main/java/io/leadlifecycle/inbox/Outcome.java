package io.leadlifecycle.inbox;

/** What became of a mail that came in. */
enum Outcome {
  /** It asked for no more mails, and there will be none. */
  WITHDRAWN,
  /** It told that there is nobody behind an address. */
  BOUNCED,
  /** It is for people. */
  LEFT,
  /** It makes no sense to the program: people find it flagged. */
  UNREADABLE;

  boolean isDone() {
    return this == WITHDRAWN || this == BOUNCED;
  }
}
