package io.leadlifecycle.nurture;

import io.leadlifecycle.activity.ContentStage;
import io.leadlifecycle.nurture.Sequence.Step;
import io.leadlifecycle.playbook.YamlEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One sequence as it is written in {@code sequences.yaml}. */
final class SequenceEntry {

  private static final List<String> NAMES =
      List.of("key", "topic", "priority", "stage", "startsOn", "startsWhen", "steps");
  private static final List<ContentStage> STAGES = List.of(ContentStage.values());
  private static final Pattern KEY = Pattern.compile("(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PRIORITY = Pattern.compile("-?[0-9]{1,6}");
  /** The mail ledger's key holds it. */
  private static final Pattern MAIL = Pattern.compile(".{1,150}");
  private static final Pattern QUIET = Pattern.compile("quiet");

  private final YamlEntry entry;
  private final Predicate<String> isOffer;
  private final Predicate<String> isMail;
  private final Optional<String> key;
  private final Optional<String> topic;

  SequenceEntry(YamlEntry entry, Predicate<String> isOffer, Predicate<String> isMail) {
    this.entry = entry;
    this.isOffer = isOffer;
    this.isMail = isMail;
    entry.allowOnly(NAMES);
    key = key(entry, "key");
    topic = key(entry, "topic");
  }

  static Optional<String> key(YamlEntry entry, String name) {
    return entry.text(name, KEY, "is not in lower-case-with-hyphens");
  }

  Optional<String> key() {
    return key;
  }

  Optional<String> topic() {
    return topic;
  }

  /**
   * The sequence; empty if anything needed is missing or wrong.
   *
   * @param topics by their keys
   */
  Optional<Sequence> read(Function<String, Topic> topics) {
    Optional<Integer> priority = entry.text("priority", PRIORITY, "is no whole number").map(Integer::valueOf);
    Optional<ContentStage> stage = entry.oneOf("stage", STAGES);
    List<String> startsOn = startsOn();
    boolean forQuietLeads = isForQuietLeads();
    checkStart();
    List<Step> steps = steps();
    return Stream.of(key, topic, priority, stage).allMatch(Optional::isPresent)
        ? Optional.of(
            new Sequence(
                key.get(), topics.apply(topic.get()), priority.get(), stage.get(), startsOn, forQuietLeads, steps))
        : Optional.empty();
  }

  private boolean isForQuietLeads() {
    return entry.has("startsWhen") && entry.text("startsWhen", QUIET, "is not quiet").isPresent();
  }

  private void checkStart() {
    if (entry.has("startsOn") == entry.has("startsWhen")) {
      entry.fault("key", "the sequence needs either startsOn with offers, or startsWhen: quiet");
    }
  }

  private List<String> startsOn() {
    List<String> offers = entry.texts("startsOn");
    offers.stream().filter(isOffer.negate())
        .forEach(offer -> entry.fault("startsOn", "there is no offer " + offer));
    if (entry.has("startsOn") && offers.isEmpty()) {
      entry.fault("startsOn", "names no offer");
    }
    return List.copyOf(offers);
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    Set<String> mails = new HashSet<>();
    for (YamlEntry step : entry.entries("steps")) {
      step.allowOnly(List.of("mail", "wait", "expires"));
      Optional<Step> read = read(step);
      read.ifPresent(steps::add);
      read.map(Step::mail).filter(mail -> !mails.add(mail))
          .ifPresent(mail -> step.fault("mail", mail + " comes twice, and nobody gets a mail twice"));
    }
    if (steps.isEmpty()) {
      entry.fault("steps", "there is no step");
    }
    return List.copyOf(steps);
  }

  private Optional<Step> read(YamlEntry step) {
    Optional<String> mail = step.text("mail", MAIL, "is longer than 150 characters");
    mail.filter(isMail.negate())
        .ifPresent(stem -> step.fault("mail", "there is no mails/" + stem + ".en.md"));
    Optional<Duration> wait = duration(step, "wait", Duration.ZERO);
    Optional<Duration> expires =
        step.has("expires") ? duration(step, "expires", Duration.ofHours(1)) : Optional.empty();
    return mail.isPresent() && wait.isPresent()
        ? Optional.of(new Step(mail.get(), wait.get(), expires.orElse(null)))
        : Optional.empty();
  }

  private static Optional<Duration> duration(YamlEntry step, String name, Duration least) {
    Optional<String> text = step.text(name);
    Optional<Duration> duration = text.flatMap(Wait::of).filter(d -> d.compareTo(least) >= 0);
    text.filter(t -> duration.isEmpty())
        .ifPresent(t -> step.fault(name, t + " is no duration such as P2D, PT12H or P1W"));
    return duration;
  }
}
