package io.leadlifecycle.smtp;

/** How a mail server may misbehave. */
public enum Fault {
  CLOSING("421 I am closing"),
  NOT_NOW("451 not now"),
  /** With what no database keeps. */
  CONTROL_CHARACTERS("450 4.2.0 bad\0\177text\0"),
  REFUSAL("554 not at all"),
  HANG_UP(""),
  SILENCE(""),
  /** Without an end, but never so slowly that a timeout would help. */
  LETTER_BY_LETTER(""),
  /** When the client has already given up. */
  TOO_LATE(""),
  GARBAGE("what do you mean?");

  final String text;

  Fault(String text) {
    this.text = text;
  }

  /** Until the client gives up. */
  public boolean takesTime() {
    return this == SILENCE || this == LETTER_BY_LETTER || this == TOO_LATE;
  }

  /** As it may be shown. */
  String inOneLine() {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  boolean isRefusal() {
    return compareTo(REFUSAL) <= 0;
  }
}
