package io.leadlifecycle.letter;

import io.leadlifecycle.playbook.Playbook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Writes mails from the playbook's templates: in the reader's language if it has that, else in English. A mail that
 * was changed is written in its new version a second later at the latest.
 */
@Component
public class Letters {

  private static final String FALLBACK = "en";
  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Pattern FILE = Pattern.compile("mails/(.+)\\.(\\w+)\\.md");
  private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+");
  private static final Pattern TURNS = Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

  private final Playbook playbook;
  private final LongSupplier nanos;
  private final Map<String, FormLetter> forms = new ConcurrentHashMap<>();

  @Autowired
  public Letters(Playbook playbook) {
    this(playbook, System::nanoTime);
  }

  /** @param nanos real time, since files change in it */
  Letters(Playbook playbook, LongSupplier nanos) {
    this.playbook = playbook;
    this.nanos = nanos;
  }

  /** @throws UnusableTemplate if there is no such template, or it cannot be filled in with these values */
  public Letter write(String template, Locale locale, Map<String, String> values) {
    FormLetter known = forms.get(file(template, locale.getLanguage()));
    boolean isFresh = known != null && !known.isOlderThan(A_MOMENT, nanos.getAsLong());
    return (isFresh ? known : read(template, locale)).write(withoutLineBreaks(values));
  }

  private FormLetter read(String template, Locale locale) {
    String language = language(template, locale);
    String source = playbook.text(file(template, language));
    return forms.compute(file(template, locale.getLanguage()), (asked, known) -> known != null && known.isOf(source)
        ? known.readAt(nanos.getAsLong())
        : new FormLetter(source, language, nanos.getAsLong()));
  }

  /** The mails of the playbook, and the languages in which each is written. In alphabetical order. */
  public SortedMap<String, List<Locale>> templates() {
    SortedMap<String, List<Locale>> templates = new TreeMap<>();
    for (String name : playbook.names("mails/*.md")) {
      Matcher file = FILE.matcher(name);
      if (file.matches()) {
        templates.computeIfAbsent(file.group(1), template -> new ArrayList<>())
            .add(Locale.forLanguageTag(file.group(2)));
      }
    }
    return templates;
  }

  private String language(String template, Locale locale) {
    if (playbook.has(file(template, locale.getLanguage()))) {
      return locale.getLanguage();
    }
    if (playbook.has(file(template, FALLBACK))) {
      return FALLBACK;
    }
    throw new UnusableTemplate(1, "The playbook has no file " + file(template, FALLBACK));
  }

  private static String file(String template, String language) {
    return "mails/" + template + "." + language + ".md";
  }

  /** An imprint has several lines. Any other value with a line break wants to look like more than it is. */
  private static Map<String, String> withoutLineBreaks(Map<String, String> values) {
    Map<String, String> safe = new HashMap<>(values);
    safe.replaceAll((name, value) -> name.equals("imprint") ? value.strip() : oneLine(value));
    return safe;
  }

  /** A new line in a subject would be a header of its own, and a turn of direction changes what others wrote. */
  private static String oneLine(String text) {
    return TURNS.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("").strip();
  }
}
