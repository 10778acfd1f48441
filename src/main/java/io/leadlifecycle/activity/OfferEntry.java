package io.leadlifecycle.activity;

import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.playbook.YamlEntry;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One offer as it is written in {@code content.yaml}. */
final class OfferEntry {

  private static final List<String> NAMES =
      List.of("key", "kind", "stage", "topic", "title", "link", "fields");
  private static final List<ActivityKind> KINDS =
      Stream.of(ActivityKind.values()).filter(ActivityKind::canBeOffered).toList();
  private static final List<ContentStage> STAGES = List.of(ContentStage.values());
  private static final Pattern KEY =
      Pattern.compile("(?=.{1," + NewActivity.KEY_LENGTH + "}$)[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  /** A form can ask for whatever a contact can hold. */
  private static final Set<String> FORM_FIELDS =
      Stream.of(Contact.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toSet());

  private final YamlEntry entry;
  private final Optional<String> key;

  OfferEntry(YamlEntry entry) {
    this.entry = entry;
    entry.allowOnly(NAMES);
    key = entry.text("key", KEY, "is not in lower-case-with-hyphens");
  }

  Optional<String> key() {
    return key;
  }

  /** The offer; empty if anything needed is missing or wrong. */
  Optional<Offer> read() {
    Optional<ActivityKind> kind = entry.oneOf("kind", KINDS);
    Optional<ContentStage> stage = entry.oneOf("stage", STAGES);
    Optional<String> topic = entry.text("topic", KEY, "is not in lower-case-with-hyphens");
    Map<String, String> title = title();
    Optional<String> link = entry.text("link", LINK, "is no web address");
    List<String> fields = fields();
    return Stream.of(key, kind, stage, topic, link).allMatch(Optional::isPresent) && title.containsKey("en")
        ? Optional.of(new Offer(key.get(), kind.get(), stage.get(), topic.get(), title, link.get(), fields))
        : Optional.empty();
  }

  private Map<String, String> title() {
    Map<String, String> byLanguage = new HashMap<>();
    entry.entry("title").ifPresent(titles -> {
      Set<String> languages = new HashSet<>(titles.names());
      languages.add("en");
      for (String language : languages) {
        titles.text(language).ifPresent(title -> byLanguage.put(language, title));
      }
      languages.stream().filter(language -> !LANGUAGE.matcher(language).matches())
          .forEach(language -> titles.fault(language, "is no language such as en or de"));
    });
    return Map.copyOf(byLanguage);
  }

  private List<String> fields() {
    List<String> fields = entry.texts("fields");
    fields.stream().filter(field -> !FORM_FIELDS.contains(field))
        .forEach(field -> entry.fault("fields", field + " is no field of a lead"));
    if (Set.copyOf(fields).size() < fields.size()) {
      entry.fault("fields", "names a field twice");
    }
    return List.copyOf(fields);
  }
}
