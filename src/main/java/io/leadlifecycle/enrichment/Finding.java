package io.leadlifecycle.enrichment;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one field of the findings may hold. */
final class Finding {

  private static final int LINE = 200;
  private static final int WEB_ADDRESS = 500;
  private static final int TEXT = 4_000;

  /** Only what a browser opens as a page, since pages of ours link to it. Hosts may have umlauts. */
  private static final Pattern PAGE =
      Pattern.compile("(?i)https?://[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+(:\\d{1,5})?([/?#][^\\s\"<>]*)?");

  private static final IntPredicate LAYOUT = character -> "\n\r\t".indexOf(character) >= 0;

  private Finding() {}

  static @Nullable String line(String field, @Nullable String value) {
    return checked(field, value, LINE, character -> false);
  }

  static @Nullable String text(String field, @Nullable String value) {
    return checked(field, value, TEXT, LAYOUT);
  }

  static @Nullable String webAddress(String field, @Nullable String value) {
    String line = checked(field, value, WEB_ADDRESS, character -> false);
    return line == null
        ? null
        : parse(line).orElseThrow(() -> new InvalidFindings(field, "is no web address"));
  }

  static boolean isWebAddress(String value) {
    return parse(value.strip()).isPresent();
  }

  private static Optional<String> parse(String value) {
    String address = value.contains("://") ? value : "https://" + value;
    return Optional.of(address).filter(PAGE.asMatchPredicate()).filter(a -> a.length() <= WEB_ADDRESS);
  }

  private static @Nullable String checked(
      String field, @Nullable String value, int length, IntPredicate isAllowed) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.strip();
    if (text.length() > length) {
      throw new InvalidFindings(field, "is longer than " + length + " characters");
    }
    if (text.chars().filter(isAllowed.negate()).anyMatch(Character::isISOControl)) {
      throw new InvalidFindings(field, "has control characters");
    }
    return text;
  }
}
