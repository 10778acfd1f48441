package io.leadlifecycle.consent;

/** What a person can agree to, each by a box of its own that is not ticked beforehand. */
public enum Purpose {
  /** Mails that follow what the lead is interested in. */
  NURTURE,
  /** Seeing which of these mails are opened and which of their links are followed. */
  MEASURING,
  /** Calls by a sales rep. */
  PHONE
}
