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
record Topic(String key, Map<String, String> title) {

  static Topic untitled(String key) {
    String words = key.replace('-', ' ');
    return new Topic(key, Map.of("en", words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)));
  }

  /** Empty, and a fault noted, if anything needed is missing. */
  static Optional<Topic> read(YamlEntry entry) {
    entry.allowOnly(List.of("key", "title"));
    Optional<String> key = entry.text("key");
    Optional<Map<String, String>> title = entry.entry("title").map(Topic::title);
    return key.isPresent() && title.isPresent() && title.get().containsKey("en")
        ? Optional.of(new Topic(key.get(), Map.copyOf(title.get())))
        : Optional.empty();
  }

  private static Map<String, String> title(YamlEntry titles) {
    titles.allowOnly(List.of("en", "de"));
    Map<String, String> byLanguage = new HashMap<>();
    titles.text("en").ifPresent(title -> byLanguage.put("en", title));
    if (titles.has("de")) {
      titles.text("de").ifPresent(title -> byLanguage.put("de", title));
    }
    return byLanguage;
  }

  /** The title in that language, or in English. */
  String titleIn(Locale locale) {
    return title.getOrDefault(locale.getLanguage(), title.get("en"));
  }
}
