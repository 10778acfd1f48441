package io.leadlifecycle.mail;

/**
 * The moments in the sending of mails at which a node may die, a database go away or time pass. Tests make
 * that happen; in the program nothing does.
 */
@FunctionalInterface
interface Checkpoints {

  enum Moment {
    CLAIMED,
    WRITTEN,
    LET_THROUGH,
    BEFORE_FINAL_DOT,
    ANSWERED,
    SETTLED
  }

  Checkpoints NONE = moment -> {};

  void reached(Moment moment);
}
