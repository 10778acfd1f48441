package io.leadlifecycle.inbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody wrote above what is quoted. */
final class Reply {

  private static final Pattern QUOTE = Pattern.compile(
      ">.*|(on|am|le|el)\\b.*\\b(wrote|schrieb|écrit|escribió)\\b.*|[-_]{5,}.*|-+ ?(original|ursprüngliche).*"
          + "|(from|von|sent|gesendet): .*",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern COURTESY = Pattern.compile("^(bitte|please) | (bitte|please)$");

  /** Room for a greeting; what stands further down is a part of something longer. */
  private static final int FIRST = 3;

  private Reply() {}

  /** The first lines that say something; none if nothing stands above the quote. */
  static Stream<String> firstLines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !plain(line).isEmpty() || QUOTE.matcher(line).matches())
        .takeWhile(line -> !QUOTE.matcher(line).matches())
        .limit(FIRST);
  }

  /** As {@link #plain}, and without "please" before or behind it. */
  static String withoutCourtesy(String line) {
    return COURTESY.matcher(plain(line)).replaceAll("");
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
