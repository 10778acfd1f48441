package io.leadlifecycle.privacy;

/**
 * Keeps something for a while that is no lead's own, such as counters. Asked every night to let go of what is too
 * old.
 */
public interface Forgetful {

  /** Repeatable. */
  void forget();
}
