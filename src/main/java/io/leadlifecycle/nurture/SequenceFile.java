package io.leadlifecycle.nurture;

import io.leadlifecycle.playbook.Fault;
import io.leadlifecycle.playbook.YamlEntry;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;

/** {@code sequences.yaml}, read: the sequences that are in order, and every fault of the others. */
final class SequenceFile {

  static final String NAME = "sequences.yaml";

  private final Predicate<String> isOffer;
  private final Predicate<String> isMail;
  private final List<Sequence> sequences = new ArrayList<>();
  private final Map<String, Titled> titled = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  /** A topic, and where it is given its title. */
  private record Titled(YamlEntry entry, Topic topic) {}

  private SequenceFile(Predicate<String> isOffer, Predicate<String> isMail) {
    this.isOffer = isOffer;
    this.isMail = isMail;
  }

  /**
   * @param isOffer whether the playbook has an offer of that key
   * @param isMail whether the playbook has a mail of that stem
   */
  static SequenceFile read(String text, Predicate<String> isOffer, Predicate<String> isMail) {
    SequenceFile file = new SequenceFile(isOffer, isMail);
    try {
      file.readDocument(text);
    } catch (MarkedYAMLException e) {
      file.faults.add(new Fault(NAME, e.getProblemMark().getLine() + 1, "is not YAML: " + e.getProblem()));
    }
    file.faults.sort(Comparator.comparingInt(Fault::line));
    return file;
  }

  List<Sequence> sequences() {
    return List.copyOf(sequences);
  }

  /** In the order of their sequences; without titles they are called by their keys. */
  List<Topic> topics() {
    return sequences.stream().map(Sequence::topic).distinct().toList();
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  private void readDocument(String text) {
    if (new Yaml(new LoaderOptions()).compose(new StringReader(text)) instanceof MappingNode root) {
      YamlEntry document = new YamlEntry(NAME, root, faults);
      document.allowOnly(List.of("topics", "sequences"));
      if (document.has("topics")) {
        document.entries("topics").forEach(this::readTopic);
      }
      document.entries("sequences").forEach(this::readSequence);
      checkTitles();
    } else {
      faults.add(new Fault(NAME, 1, "sequences: is missing"));
    }
  }

  private void readTopic(YamlEntry entry) {
    entry.allowOnly(List.of("key", "title"));
    Optional<Map<String, String>> title = Topic.title(entry);
    SequenceEntry.key(entry, "key").ifPresent(key -> {
      Topic topic = title.map(words -> new Topic(key, words)).orElseGet(() -> Topic.untitled(key));
      if (titled.putIfAbsent(key, new Titled(entry, topic)) != null) {
        entry.fault("key", key + " is taken by a topic above");
      }
    });
  }

  private void readSequence(YamlEntry entry) {
    SequenceEntry sequence = new SequenceEntry(entry, isOffer, isMail);
    sequence.key().filter(key -> !keys.add(key))
        .ifPresent(key -> entry.fault("key", key + " is taken by a sequence above"));
    sequence.topic().ifPresent(used::add);
    sequence.topic().filter(topic -> !titled.isEmpty() && !titled.containsKey(topic))
        .ifPresent(topic -> entry.fault("topic", topic + " has no title under topics"));
    sequence.read(this::topic).ifPresent(sequences::add);
  }

  private Topic topic(String key) {
    return titled.containsKey(key) ? titled.get(key).topic() : Topic.untitled(key);
  }

  private void checkTitles() {
    titled.values().stream().filter(titled -> !used.contains(titled.topic().key()))
        .forEach(titled -> titled.entry().fault("key", "no sequence is about " + titled.topic().key()));
  }
}
