package io.leadlifecycle.mail;

/** What came of handing one mail to the server. */
record Answer(Kind kind, String text) {

  enum Kind {
    ACCEPTED,
    /** Nothing was sent, and it may be tried again. */
    NOT_NOW,
    /** Nothing was sent, and it would be in vain to try again. */
    REFUSED,
    /** All was sent, but no answer came: nobody knows. */
    LOST
  }

  static final Answer ACCEPTED = new Answer(Kind.ACCEPTED, "");
}
