package io.leadlifecycle.nurture;

import io.leadlifecycle.mail.Frequency;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page where a lead chooses, as it is shown: as things stand, or as it was sent and with what was wrong.
 *
 * @param topics that it can choose from
 * @param typed as a browser sends it
 * @param today where the lead is
 */
record PreferencePage(List<Topic> topics, Typed typed, LocalDate today, Locale locale, boolean saved) {

  private static final String ANY = "ANY";
  private static final List<String> FREQUENCIES =
      Stream.concat(Stream.of(ANY), Stream.of(Frequency.values()).map(Frequency::name)).toList();

  /** @param topics those that are ticked */
  record Typed(String frequency, Set<String> topics, String pause) {}

  /** A topic and its box. */
  record Box(String topic, String title, boolean ticked) {}

  static PreferencePage of(Wishes wishes, List<Topic> topics, LocalDate today, Locale locale) {
    Set<String> wanted = keys(topics).collect(Collectors.toCollection(HashSet::new));
    wanted.removeAll(wishes.unwanted());
    String frequency = wishes.frequency() == null ? ANY : wishes.frequency().name();
    String pause = wishes.pausedUntil() == null ? "" : wishes.pausedUntil().toString();
    return new PreferencePage(topics, new Typed(frequency, wanted, pause), today, locale, false);
  }

  PreferencePage sent(Typed sent) {
    return new PreferencePage(topics, sent, today, locale, false);
  }

  PreferencePage thatIsSaved() {
    return new PreferencePage(topics, typed, today, locale, true);
  }

  /** What the lead wants. To be asked only if nothing is {@link #faulty}. */
  Wishes wishes() {
    Set<String> unwanted = keys(topics).collect(Collectors.toCollection(HashSet::new));
    unwanted.removeAll(typed.topics());
    Frequency frequency = typed.frequency().equals(ANY) ? null : Frequency.valueOf(typed.frequency());
    return new Wishes(frequency, unwanted, typed.pause().isEmpty() ? null : LocalDate.parse(typed.pause()));
  }

  /** The fields that are wrong. */
  public List<String> faulty() {
    return Stream.of(
            FREQUENCIES.contains(typed.frequency()) ? "" : "frequency",
            keys(topics).collect(Collectors.toSet()).containsAll(typed.topics()) ? "" : "topic",
            typed.pause().isEmpty() || pause().filter(this::isPossible).isPresent() ? "" : "pause")
        .filter(field -> !field.isEmpty())
        .toList();
  }

  private Optional<LocalDate> pause() {
    try {
      return Optional.of(LocalDate.parse(typed.pause()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private boolean isPossible(LocalDate pause) {
    return !pause.isBefore(firstDay()) && !pause.isAfter(lastDay());
  }

  public LocalDate firstDay() {
    return today.plusDays(1);
  }

  public LocalDate lastDay() {
    return today.plusYears(1);
  }

  public List<String> frequencies() {
    return FREQUENCIES;
  }

  public List<Box> boxes() {
    return topics.stream()
        .map(topic -> new Box(topic.key(), topic.titleIn(locale), typed.topics().contains(topic.key())))
        .toList();
  }

  private static Stream<String> keys(List<Topic> topics) {
    return topics.stream().map(Topic::key);
  }
}
