package io.leadlifecycle.console.marketing;

import io.leadlifecycle.activity.Offer;
import io.leadlifecycle.activity.Offers;
import io.leadlifecycle.nurture.Sequence;
import io.leadlifecycle.nurture.Sequences;
import io.leadlifecycle.playbook.Playbook;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the running playbook holds, as a marketer looks for it. */
@Component
class PlaybookShelf {

  private final Offers offers;
  private final Sequences sequences;
  private final Playbook playbook;

  PlaybookShelf(Offers offers, Sequences sequences, Playbook playbook) {
    this.offers = offers;
    this.sequences = sequences;
    this.playbook = playbook;
  }

  /** In the order of the playbook, within a topic by how near to buying their readers are. */
  List<TopicOffers> offersByTopic() {
    return offers.all().stream()
        .collect(Collectors.groupingBy(Offer::topic, LinkedHashMap::new, Collectors.toList()))
        .entrySet().stream()
        .map(topic -> new TopicOffers(topic.getKey(), byStage(topic.getValue())))
        .toList();
  }

  List<Sequence> sequences() {
    return sequences.all();
  }

  /** Those that the program sends for reasons of its own. */
  List<String> mailsOfNoSequence(Set<String> mails) {
    Set<String> ofSequences = sequences.all().stream()
        .flatMap(sequence -> sequence.steps().stream())
        .map(Sequence.Step::mail)
        .collect(Collectors.toSet());
    return mails.stream().filter(mail -> !ofSequences.contains(mail)).toList();
  }

  /** Files of decisions and of processes. */
  List<String> models() {
    return Stream.of("*.dmn", "*.bpmn").flatMap(files -> playbook.names(files).stream()).toList();
  }

  private static List<Offer> byStage(List<Offer> offers) {
    return offers.stream().sorted(Comparator.comparing(Offer::stage)).toList();
  }
}
