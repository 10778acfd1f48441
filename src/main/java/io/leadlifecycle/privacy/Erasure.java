package io.leadlifecycle.privacy;

/** Why somebody is erased. */
public enum Erasure {
  /** The person asked for it: the address stays suppressed, by its hash, so that no import brings it back. */
  ON_REQUEST,
  /** We need the data no longer. An address that was suppressed stays so; others are not. */
  TIME_IS_UP
}
