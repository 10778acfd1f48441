package io.leadlifecycle.nurture;

import io.leadlifecycle.playbook.YamlEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What sequences are about, as leads read it.
 *
 * @param title by language, {@code en} always present
 */
public record Topic(String key, Map<String, String> title) {

  public Topic {
    title = Map.copyOf(title);
  }

  static Topic untitled(String key) {
    String words = key.replace('-', ' ');
    return new Topic(key, Map.of("en", words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)));
  }

  /** The title by language; empty, and a fault noted, if it is missing. */
  static Optional<Map<String, String>> title(YamlEntry topic) {
    return topic.entry("title").map(Topic::byLanguage).filter(title -> title.containsKey("en"));
  }

  private static Map<String, String> byLanguage(YamlEntry titles) {
    titles.allowOnly(List.of("en", "de"));
    Map<String, String> byLanguage = new HashMap<>();
    titles.text("en").ifPresent(title -> byLanguage.put("en", title));
    if (titles.has("de")) {
      titles.text("de").ifPresent(title -> byLanguage.put("de", title));
    }
    return byLanguage;
  }

  /** Why a mail on it is left out, for a person to read. */
  String unwanted() {
    return "The lead wants no mails on " + titleIn(Locale.ENGLISH);
  }

  /** The title in that language, or in English. */
  public String titleIn(Locale locale) {
    return title.getOrDefault(locale.getLanguage(), title.get("en"));
  }
}
