package io.leadlifecycle.lead;

/** Whether the lead asks for a company or for itself. */
public enum CustomerType {
  B2B,
  B2C
}
