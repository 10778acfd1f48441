package io.leadlifecycle.mail;

/**
 * NURTURE mails are capped, need consent and go out at most once. SERVICE mails are asked for, and go out at
 * least once.
 */
public enum MailClass {
  NURTURE,
  SERVICE
}
