package io.leadlifecycle.activity;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something a lead can read, download, attend or ask for, as {@code content.yaml} describes it.
 *
 * @param topic links the offer to the nurture sequence of the same topic
 * @param title by language, {@code en} always present
 * @param fields what its form asks for besides the address
 */
public record Offer(
    String key,
    ActivityKind kind,
    ContentStage stage,
    String topic,
    Map<String, String> title,
    String link,
    List<String> fields) {

  /** The title in that language, or in English. */
  public String titleIn(Locale locale) {
    return title.getOrDefault(locale.getLanguage(), title.get("en"));
  }
}
