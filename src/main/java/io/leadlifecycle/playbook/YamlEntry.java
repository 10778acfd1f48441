package io.leadlifecycle.playbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One mapping of a YAML file. Notes what is wrong, with its line, instead of throwing: all faults show at once. */
public final class YamlEntry {

  private final String file;
  private final MappingNode node;
  private final Collection<Fault> faults;
  private final Map<String, Node> values = new LinkedHashMap<>();

  public YamlEntry(String file, MappingNode node, Collection<Fault> faults) {
    this.file = file;
    this.node = node;
    this.faults = faults;
    node.getValue().forEach(this::keep);
  }

  private void keep(NodeTuple pair) {
    String name = text(pair.getKeyNode()).orElse("");
    if (values.putIfAbsent(name, pair.getValueNode()) != null) {
      fault(pair.getKeyNode(), name + ": is given twice");
    }
  }

  /** Names that mean nothing here are typing errors more often than not. */
  public void allowOnly(Collection<String> names) {
    String known = ": is unknown; known are " + String.join(", ", names);
    node.getValue().stream().map(NodeTuple::getKeyNode)
        .filter(key -> !names.contains(text(key).orElse("")))
        .forEach(key -> fault(key, text(key).orElse("this") + known));
  }

  /** The text of that name; empty, and a fault, if there is none. */
  public Optional<String> text(String name) {
    Optional<String> text = Optional.ofNullable(values.get(name)).flatMap(YamlEntry::text);
    if (text.isEmpty()) {
      fault(name, "is missing");
    }
    return text;
  }

  /** The text of that name if it is of that form. */
  public Optional<String> text(String name, Pattern form, String otherwise) {
    Optional<String> text = text(name);
    Optional<String> formed = text.filter(form.asMatchPredicate());
    text.filter(value -> formed.isEmpty()).ifPresent(value -> fault(name, value + " " + otherwise));
    return formed;
  }

  /** The constant that the text of that name stands for, written {@code like-this}. */
  public <E extends Enum<E>> Optional<E> oneOf(String name, List<E> constants) {
    Optional<String> text = text(name);
    Optional<E> constant = constants.stream().filter(c -> text.equals(Optional.of(written(c)))).findFirst();
    text.filter(value -> constant.isEmpty())
        .ifPresent(value -> fault(name, value + " is not one of " + list(constants)));
    return constant;
  }

  /** The texts listed under that name, none if the name is not there. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (values.get(name) instanceof SequenceNode list) {
      list.getValue().forEach(
          item -> text(item).ifPresentOrElse(texts::add, () -> fault(item, name + ": holds no text here")));
    } else if (values.containsKey(name)) {
      fault(name, "is not a list");
    }
    return texts;
  }

  /** The mapping under that name. */
  public Optional<YamlEntry> entry(String name) {
    if (values.get(name) instanceof MappingNode mapping) {
      return Optional.of(new YamlEntry(file, mapping, faults));
    }
    fault(name, values.containsKey(name) ? "has no entries" : "is missing");
    return Optional.empty();
  }

  /** The mappings listed under that name. */
  public List<YamlEntry> entries(String name) {
    List<YamlEntry> entries = new ArrayList<>();
    if (values.get(name) instanceof SequenceNode list) {
      list.getValue().forEach(item -> addEntry(entries, item));
    } else {
      fault(name, values.containsKey(name) ? "is not a list" : "is missing");
    }
    return entries;
  }

  private void addEntry(List<YamlEntry> entries, Node item) {
    if (item instanceof MappingNode mapping) {
      entries.add(new YamlEntry(file, mapping, faults));
    } else {
      fault(item, "has no entries");
    }
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public Collection<String> names() {
    return values.keySet();
  }

  /** Something is wrong with the value of that name. */
  public void fault(String name, String message) {
    fault(values.getOrDefault(name, node), name + ": " + message);
  }

  private void fault(Node where, String message) {
    faults.add(new Fault(file, where.getStartMark().getLine() + 1, message));
  }

  private static Optional<String> text(Node node) {
    return Optional.of(node)
        .filter(value -> value instanceof ScalarNode && !value.getTag().equals(Tag.NULL))
        .map(value -> ((ScalarNode) value).getValue().strip())
        .filter(value -> !value.isEmpty());
  }

  private static String list(List<? extends Enum<?>> constants) {
    return constants.stream().map(YamlEntry::written).collect(Collectors.joining(", "));
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
