package io.leadlifecycle.journey.people;

/** The environment gives a password that could be guessed. */
class WeakPassword extends RuntimeException {

  /** @param variable where it was given */
  WeakPassword(String variable) {
    super(variable + " is too weak: it needs at least ten characters, and among them a small letter, a capital"
        + " letter, a digit and a special character.");
  }
}
