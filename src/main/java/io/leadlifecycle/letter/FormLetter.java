package io.leadlifecycle.letter;

import io.leadlifecycle.Fingerprint;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One version of a template. What does not depend on the reader is worked out once: all but the values themselves,
 * for each set of values that are not empty.
 */
final class FormLetter {

  private final String source;
  private final String language;
  private final String version;
  private final LetterTemplate template;
  private final Map<Map<String, String>, Sheet> sheets = new ConcurrentHashMap<>();
  private volatile long readAt;

  /**
   * @param readAt when the file said so, in real time
   * @throws UnusableTemplate with the line that is wrong
   */
  FormLetter(String source, String language, long readAt) {
    this.source = source;
    this.language = language;
    this.readAt = readAt;
    this.version = Fingerprint.of(source);
    this.template = LetterTemplate.parse(source);
  }

  private record Sheet(OpenText subject, OpenText preheader, Markdown body) {}

  boolean isOf(String text) {
    return source.equals(text);
  }

  /** As it was found to be again. */
  FormLetter readAt(long nanos) {
    readAt = nanos;
    return this;
  }

  boolean isOlderThan(Duration time, long nanos) {
    return nanos - readAt > time.toNanos();
  }

  /** @throws UnusableTemplate if it names a variable without a value */
  Letter write(Map<String, String> values) {
    Sheet sheet = sheets.computeIfAbsent(marks(values), this::sheet);
    String subject = sheet.subject().filled(values::get);
    String preheader = sheet.preheader().filled(values::get);
    String html = LetterFrame.around(sheet.body().html(values), subject, preheader, language);
    return new Letter(subject, sheet.body().text(values), html, Locale.forLanguageTag(language), version);
  }

  /** An empty value stays empty: sections ask for that. */
  private static Map<String, String> marks(Map<String, String> values) {
    Map<String, String> marks = new HashMap<>(values);
    marks.replaceAll((name, value) -> value.isEmpty() ? "" : OpenText.mark(name));
    return marks;
  }

  private Sheet sheet(Map<String, String> marks) {
    return new Sheet(
        OpenText.of(LetterTemplate.fill(template.subject(), marks)),
        OpenText.of(LetterTemplate.fill(template.preheader(), marks)),
        Markdown.of(LetterTemplate.fill(template.body(), marks)));
  }
}
