package io.leadlifecycle.lead;

/** Where a lead stands. Set by the model: its elements name the stage that begins with them. */
public enum Stage {
  CAPTURED,
  CONFIRMING,
  QUALIFYING,
  RESEARCHING,
  NURTURED,
  QUIET,
  CALLING,
  CUSTOMER,
  LOST,
  NOT_A_FIT,
  NOT_CONFIRMED,
  NEVER_AGREED,
  UNSUBSCRIBED,
  GONE_COLD;

  /** Whether the lead's process has ended here. */
  public boolean isEnd() {
    return ordinal() >= CUSTOMER.ordinal();
  }
}
