package io.leadlifecycle.handover;

/** How a call ended. */
public enum Outcome {
  WON,
  LOST,
  NOT_YET,
  NO_FIT
}
