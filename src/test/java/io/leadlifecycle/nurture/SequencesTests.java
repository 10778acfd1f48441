package io.leadlifecycle.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.playbook.Playbook;
import org.junit.jupiter.api.Test;

class SequencesTests {

  private final Playbook playbook = new Playbook("classpath:bpmn/");

  @Test
  void readsThoseOfTheExampleCompany() {
    SequenceFile file =
        SequenceFile.read(
            playbook.text("sequences.yaml"),
            offer -> playbook.text("content.yaml").contains("key: " + offer + "\n"),
            stem -> playbook.has("mails/" + stem + ".en.md"));
    assertThat(file.faults()).isEmpty();
    Sequences sequences = new Sequences(file);
    assertThat(sequences.startingOn("demo")).isNotEmpty();
    assertThat(sequences.forQuietLeads()).singleElement().satisfies(
        sequence -> assertThat(sequences.find(sequence.key())).contains(sequence));
    assertThat(sequences.find("no-such-sequence")).isEmpty();
  }
}
