package io.leadlifecycle.nurture;

import io.leadlifecycle.activity.Offers;
import io.leadlifecycle.playbook.Fault;
import io.leadlifecycle.playbook.Playbook;
import io.leadlifecycle.playbook.PlaybookCheck;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The nurture sequences of the playbook. */
@Component
public class Sequences implements PlaybookCheck {

  private final List<Sequence> all;
  private final List<Topic> topics;
  private final List<Fault> faults;

  @Autowired
  Sequences(Playbook playbook, Offers offers) {
    this(file(playbook, offers));
  }

  Sequences(SequenceFile file) {
    all = file.sequences();
    topics = file.topics();
    faults = file.faults();
  }

  private static SequenceFile file(Playbook playbook, Offers offers) {
    String text = playbook.has(SequenceFile.NAME) ? playbook.text(SequenceFile.NAME) : "";
    return SequenceFile.read(
        text, offer -> offers.find(offer).isPresent(), stem -> playbook.has("mails/" + stem + ".en.md"));
  }

  /** In the order of the playbook. */
  public List<Sequence> all() {
    return all;
  }

  /** Empty if the playbook has no such sequence any more. */
  Optional<Sequence> find(String key) {
    return all.stream().filter(sequence -> sequence.key().equals(key)).findFirst();
  }

  List<Sequence> startingOn(String offer) {
    return all.stream().filter(sequence -> sequence.startsOn().contains(offer)).toList();
  }

  List<Sequence> forQuietLeads() {
    return all.stream().filter(Sequence::forQuietLeads).toList();
  }

  /** What the sequences are about. */
  List<Topic> topics() {
    return topics;
  }

  @Override
  public List<Fault> faults() {
    return faults;
  }
}
