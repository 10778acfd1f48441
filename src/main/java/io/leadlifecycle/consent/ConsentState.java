package io.leadlifecycle.consent;

/**
 * NONE: never asked. REQUESTED: the box was ticked, the address is not confirmed. GIVEN: confirmed.
 * WITHDRAWN: unsubscribed.
 */
public enum ConsentState {
  NONE,
  REQUESTED,
  GIVEN,
  WITHDRAWN
}
