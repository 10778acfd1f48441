package io.leadlifecycle.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often one address may get a mail: {@code 1 per P1D} for one in any 24 hours, {@code 1 per P1D and 3 per
 * P7D} where both must hold. The windows roll: each starts with a mail, not with a calendar day, and a day is
 * 24 hours even when clocks change.
 */
public record MailCap(List<Window> windows) {

  private static final Pattern WINDOW = Pattern.compile("([1-9]\\d?) per (P\\S+)");

  /** At most so many mails in any stretch of that length. */
  public record Window(int mails, Duration length) {

    public Window {
      if (mails < 1) {
        throw new IllegalArgumentException("A window of a mail cap has room for a mail at least");
      }
      if (length.isNegative() || length.isZero()) {
        throw new IllegalArgumentException("The window of a mail cap must be longer than " + length);
      }
    }

    private Instant next(List<Instant> newestFirst, Instant at) {
      if (newestFirst.size() < mails) {
        return at;
      }
      Instant room = newestFirst.get(mails - 1).plus(length);
      return room.isAfter(at) ? room : at;
    }

    @Override
    public String toString() {
      return (mails == 1 ? "one mail" : mails + " mails") + " per " + words();
    }

    private String words() {
      if (length.toDays() > 1 && length.equals(Duration.ofDays(length.toDays()))) {
        return length.toDays() + " days";
      }
      return length.equals(Duration.ofHours(length.toHours())) ? length.toHours() + " h" : length.toString();
    }
  }

  public MailCap {
    windows = List.copyOf(windows);
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("A mail cap needs a window");
    }
  }

  /** @throws IllegalArgumentException if it is not written as above */
  public static MailCap of(String text) {
    return new MailCap(Stream.of(text.strip().split("\\s+and\\s+")).map(part -> window(part, text)).toList());
  }

  private static Window window(String part, String text) {
    Matcher window = WINDOW.matcher(part);
    if (!window.matches()) {
      throw unreadable(text);
    }
    try {
      return new Window(Integer.parseInt(window.group(1)), Duration.parse(window.group(2)));
    } catch (DateTimeParseException e) {
      throw unreadable(text);
    }
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "A mail cap is written like '1 per P1D' or '1 per P1D and 3 per P7D', not '" + text + "'");
  }

  /** Both caps at once: whichever is tighter holds. */
  public MailCap and(MailCap other) {
    return new MailCap(Stream.concat(windows.stream(), other.windows.stream()).distinct().toList());
  }

  /**
   * The first instant, not before {@code at}, at which one more mail keeps every window. It comes after those
   * that were sent, even if a clock that was moved dates them later than {@code at}.
   *
   * @param sent when earlier mails went out, in any order; the newest {@link #memory()} are enough
   */
  public Instant next(List<Instant> sent, Instant at) {
    List<Instant> newestFirst = sent.stream().sorted(Comparator.reverseOrder()).toList();
    return windows.stream()
        .map(window -> window.next(newestFirst, at))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** How many of the newest mails decide about the next one. */
  public int memory() {
    return windows.stream().mapToInt(Window::mails).max().orElseThrow();
  }

  /** For people, such as {@code one mail per 24 h and 3 mails per 7 days}. */
  @Override
  public String toString() {
    return windows.stream().map(Window::toString).collect(Collectors.joining(" and "));
  }
}
