package io.leadlifecycle.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The wordings in use, in German for Germans and in English for everybody else. What people agreed to must be provable
 * for years, so a wording that was once in use never changes under its name: the program does not start if it did.
 */
@Component
class Wordings {

  private static final List<String> LANGUAGES = List.of("de", "en");

  private final Map<Purpose, String> keys;
  private final CompanySettings company;

  Wordings(ConsentSettings settings, CompanySettings company, WordingTable table) {
    this.company = company;
    keys = Map.of(
        Purpose.NURTURE, settings.wording(),
        Purpose.MEASURING, settings.measuringWording(),
        Purpose.PHONE, settings.phoneWording());
    keys.values().forEach(key -> LANGUAGES.forEach(language -> table.keep(key, language, text(key, language))));
  }

  Wording of(Purpose purpose, Locale locale) {
    String key = keys.get(purpose);
    return new Wording(key, text(key, language(locale)).replace("{company}", company.name()));
  }

  /** All that stood beside the boxes that were ticked, one line each. */
  Wording of(Set<Purpose> purposes, Locale locale) {
    List<Wording> ticked = purposes.stream().sorted().map(purpose -> of(purpose, locale)).toList();
    return new Wording(
        ticked.stream().map(Wording::key).collect(Collectors.joining(" ")),
        ticked.stream().map(Wording::text).collect(Collectors.joining("\n")));
  }

  private static String language(Locale locale) {
    return locale.getLanguage().equals("de") ? "de" : "en";
  }

  private static String text(String key, String language) {
    try {
      return new ClassPathResource(file(key, language)).getContentAsString(UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The wording " + key + " is missing in " + language, e);
    }
  }

  static String file(String key, String language) {
    return "consent/%s.%s.txt".formatted(key, language);
  }
}
