package io.leadlifecycle.activity;

import io.leadlifecycle.playbook.Fault;
import io.leadlifecycle.playbook.Playbook;
import io.leadlifecycle.playbook.YamlEntry;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;

/** {@code content.yaml}, read: the offers that are in order, and every fault of the others. */
final class OfferFile {

  static final String NAME = "content.yaml";

  private final List<Offer> offers = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  private OfferFile() {}

  static OfferFile of(Playbook playbook) {
    if (playbook.has(NAME)) {
      return read(playbook.text(NAME));
    }
    OfferFile missing = new OfferFile();
    missing.fault(1, "the file is missing");
    return missing;
  }

  static OfferFile read(String text) {
    OfferFile file = new OfferFile();
    try {
      file.readDocument(text);
    } catch (MarkedYAMLException e) {
      file.fault(e.getProblemMark().getLine() + 1, "is not YAML: " + e.getProblem());
    }
    file.faults.sort(Comparator.comparingInt(Fault::line));
    return file;
  }

  List<Offer> offers() {
    return List.copyOf(offers);
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  private void readDocument(String text) {
    if (new Yaml(new LoaderOptions()).compose(new StringReader(text)) instanceof MappingNode root) {
      YamlEntry document = new YamlEntry(NAME, root, faults);
      document.allowOnly(List.of("offers"));
      document.entries("offers").forEach(this::readOffer);
    } else {
      fault(1, "offers: is missing");
    }
  }

  private void readOffer(YamlEntry entry) {
    OfferEntry offer = new OfferEntry(entry);
    offer.key().filter(key -> !keys.add(key))
        .ifPresent(key -> entry.fault("key", key + " is taken by an offer above"));
    offer.read().ifPresent(offers::add);
  }

  private void fault(int line, String message) {
    faults.add(new Fault(NAME, line, message));
  }
}
