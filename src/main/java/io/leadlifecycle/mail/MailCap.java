package io.leadlifecycle.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often one address may get a nurture mail: written {@code 1 per P1D} for one in any 24 hours. The window
 * rolls: it starts with each mail, not with the calendar day, and a day is 24 hours even when clocks change.
 */
record MailCap(Duration window) {

  private static final Pattern SYNTAX = Pattern.compile("1 per (P\\S+)");

  MailCap {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("The window of a mail cap must be longer than " + window);
    }
  }

  /** @throws IllegalArgumentException if it is not written {@code 1 per <ISO 8601 duration>} */
  public static MailCap of(String text) {
    Matcher parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      throw unreadable(text);
    }
    try {
      return new MailCap(Duration.parse(parts.group(1)));
    } catch (DateTimeParseException e) {
      throw unreadable(text);
    }
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "A mail cap is written like '1 per P1D' or '1 per P7D', not '" + text + "'");
  }

  Instant next(Instant sentAt) {
    return sentAt.plus(window);
  }

  /** For people, such as {@code one mail per 24 h}. */
  @Override
  public String toString() {
    return "one mail per " + length();
  }

  private String length() {
    if (window.toDays() > 1 && window.equals(Duration.ofDays(window.toDays()))) {
      return window.toDays() + " days";
    }
    return window.equals(Duration.ofHours(window.toHours())) ? window.toHours() + " h" : window.toString();
  }
}
