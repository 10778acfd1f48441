package io.leadlifecycle.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.nurture.Sequence.Step;
import io.leadlifecycle.playbook.Fault;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequenceFileTests {

  private static final Set<String> OFFERS = Set.of("ebook", "webinar");
  private static final Set<String> MAILS = Set.of("basics-1", "basics-2");

  @Test
  void readsSequences() {
    SequenceFile file = read(
        """
        sequences:
          - key: basics
            topic: bpm
            priority: 5
            stage: awareness
            startsOn: [ebook, webinar]
            steps:
              - mail: basics-1
                wait: PT1H
              - mail: basics-2
                wait: P1W
                expires: P30D
        """);
    assertThat(file.faults()).isEmpty();
    assertThat(file.sequences()).singleElement().satisfies(sequence -> {
      assertThat(sequence.startsOn()).containsExactly("ebook", "webinar");
      assertThat(sequence.steps()).containsExactly(
          new Step("basics-1", Duration.ofHours(1), null),
          new Step("basics-2", Duration.ofDays(7), Duration.ofDays(30)));
    });
  }

  @Test
  void namesEveryFaultWithItsLine() {
    SequenceFile file = read(
        """
        sequences:
          - key: basics
            topic: bpm
            priority: high
            stage: buying
            startsOn: [ebook, brochure]
            steps:
              - mail: basics-1
                wait: two days
              - mail: basics-7
                wait: P1M
              - mail: basics-2
                wait: P1D
                expires: P0D
              - mail: basics-2
                wait: -P1D
          - key: basics
            topic: bpm
            priority: 1
            stage: awareness
            startsWhen: asleep
            steps: []
            step: 1
          - key: Other
            topic: bpm
            priority: 1
            stage: awareness
            steps:
              - mail: basics-1
                wait: P1D
              - mail: basics-1
                wait: P1D
        """);
    assertThat(file.faults()).extracting(Fault::toString).containsExactly(
        "sequences.yaml:4: priority: high is no whole number",
        "sequences.yaml:5: stage: buying is not one of awareness, consideration, decision",
        "sequences.yaml:6: startsOn: there is no offer brochure",
        "sequences.yaml:9: wait: two days is no duration such as P2D, PT12H or P1W",
        "sequences.yaml:10: mail: there is no mails/basics-7.en.md",
        "sequences.yaml:11: wait: P1M is no duration such as P2D, PT12H or P1W",
        "sequences.yaml:14: expires: P0D is no duration such as P2D, PT12H or P1W",
        "sequences.yaml:16: wait: -P1D is no duration such as P2D, PT12H or P1W",
        "sequences.yaml:17: key: basics is taken by a sequence above",
        "sequences.yaml:21: startsWhen: asleep is not quiet",
        "sequences.yaml:22: steps: there is no step",
        "sequences.yaml:23: step: is unknown; known are "
            + "key, topic, priority, stage, startsOn, startsWhen, steps",
        "sequences.yaml:24: key: Other is not in lower-case-with-hyphens",
        "sequences.yaml:24: key: the sequence needs either startsOn with offers, or startsWhen: quiet",
        "sequences.yaml:31: mail: basics-1 comes twice, and nobody gets a mail twice");
  }

  @Test
  void readsWhatTheTopicsAreCalled() {
    SequenceFile file = read(
        """
        topics:
          - key: bpm
            title:
              en: Processes
              de: Prozesse
          - key: erp-integration
            title:
              en: ERP
        sequences:
        """ + about("bpm") + about("erp-integration"));
    assertThat(file.faults()).isEmpty();
    assertThat(file.topics()).extracting(topic -> topic.titleIn(Locale.GERMAN)).containsExactly("Prozesse", "ERP");
    assertThat(file.topics()).extracting(topic -> topic.titleIn(Locale.FRENCH)).containsExactly("Processes", "ERP");
  }

  @Test
  void callsTopicsByTheirKeysIfNoneHasATitle() {
    SequenceFile file = read("sequences:\n" + about("bpm") + about("erp-integration"));
    assertThat(file.faults()).isEmpty();
    assertThat(file.topics()).extracting(topic -> topic.titleIn(Locale.GERMAN))
        .containsExactly("Bpm", "Erp integration");
  }

  private static String about(String topic) {
    return "  - {key: on-%s, topic: %s, priority: 1, stage: decision, startsOn: [ebook], %s}\n"
        .formatted(topic, topic, "steps: [{mail: basics-1, wait: P1D}]");
  }

  @Test
  void namesEveryFaultOfATopic() {
    assertThat(read(
        """
        topics:
          - key: bpm
            title:
              de: Prozesse
          - key: erp
            title:
              en: Integration
              fr: Intégration
          - key: erp
            title:
              en: Integration
            name: ERP
          - key: Quality
            title:
              en: Quality
          - key: unused
            title:
              en: Nobody writes about it
        sequences:
        """ + about("bpm") + about("erp") + about("shop"))
        .faults()).extracting(Fault::toString).containsExactly(
        "sequences.yaml:4: en: is missing",
        "sequences.yaml:8: fr: is unknown; known are en, de",
        "sequences.yaml:9: key: erp is taken by a topic above",
        "sequences.yaml:12: name: is unknown; known are key, title",
        "sequences.yaml:13: key: Quality is not in lower-case-with-hyphens",
        "sequences.yaml:16: key: no sequence is about unused",
        "sequences.yaml:22: topic: shop has no title under topics");
  }

  @Test
  void refusesKeysThatAreGivenTwice() {
    assertThat(read("sequences: []\nsequences: []\n").faults())
        .containsExactly(new Fault("sequences.yaml", 2, "sequences: is given twice"));
  }

  @Test
  void refusesNamesThatNoTableCanHold() {
    String mail = "m".repeat(151);
    assertThat(read(
        """
        sequences:
          - {key: a, topic: Too Free, priority: 1, stage: awareness, startsOn: [ebook],
             steps: [{mail: basics-1, wait: P1D}, {mail: %s, wait: P1D}]}
        """.formatted(mail)).faults()).extracting(Fault::toString).containsExactly(
        "sequences.yaml:2: topic: Too Free is not in lower-case-with-hyphens",
        "sequences.yaml:3: mail: " + mail + " is longer than 150 characters");
  }

  @Test
  void saysWhereTheFileIsNoYaml() {
    assertThat(read("sequences:\n  - key: [\n").faults())
        .singleElement().extracting(Fault::line).isEqualTo(3);
    assertThat(read("").faults()).containsExactly(new Fault("sequences.yaml", 1, "sequences: is missing"));
  }

  private static SequenceFile read(String text) {
    return SequenceFile.read(text, OFFERS::contains, MAILS::contains);
  }
}
