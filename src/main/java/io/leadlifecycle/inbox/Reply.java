package io.leadlifecycle.inbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody wrote above what is quoted. */
final class Reply {

  private static final Pattern QUOTE = Pattern.compile(
      ">.*|(on|am|le|el)\\b.*\\b(wrote|schrieb|écrit|escribió)\\b.*|[-_]{5,}.*|-+ ?(original|ursprüngliche).*"
          + "|(from|von|sent|gesendet): .*",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private Reply() {}

  /** The first line that is not quoted; empty if nothing stands above the quote. */
  static Optional<String> firstLine(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !plain(line).isEmpty() || QUOTE.matcher(line).matches())
        .findFirst()
        .filter(line -> !QUOTE.matcher(line).matches());
  }

  /** Only its letters and digits, in small letters, and single spaces between the words. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\p{Cf}", "")
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
