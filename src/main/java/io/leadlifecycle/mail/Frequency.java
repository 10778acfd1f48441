package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.MailCap;

/** How often a reader wants to hear from us at most. The company's own cap holds as well. */
public enum Frequency {
  DAILY("1 per P1D"),
  WEEKLY("1 per P7D"),
  /** Every 30 days. */
  MONTHLY("1 per P30D");

  private final MailCap cap;

  Frequency(String cap) {
    this.cap = MailCap.of(cap);
  }

  MailCap cap() {
    return cap;
  }
}
