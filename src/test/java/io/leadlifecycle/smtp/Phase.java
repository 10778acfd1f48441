package io.leadlifecycle.smtp;

/** What the server answers to. */
public enum Phase {
  GREETING, EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, DOT;

  boolean isBeforeMail() {
    return compareTo(MAIL) < 0;
  }
}
