package io.leadlifecycle.scoring;

/** How warm a lead is. */
public enum Temperature {
  COLD,
  WARM,
  HOT
}
