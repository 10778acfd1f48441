package io.leadlifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.console.Timeline.Entry;
import io.leadlifecycle.console.Timeline.Kind;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTests {

  private final List<Entry> timeline = Timeline.of(LeadStories.calledTooEarly());

  @Test
  void beginsWithTheNewest() {
    assertThat(timeline).isSortedAccordingTo(Comparator.comparing(Entry::at).reversed());
    assertThat(timeline.get(0).detail()).isEqualTo("Where processes get stuck");
  }

  @Test
  void endsWithTheCaptureWhateverElseHappenedInThatInstant() {
    assertThat(timeline.get(timeline.size() - 1).code()).isEqualTo("CAPTURED");
  }

  @Test
  void hasWhatEveryNeighbourKnows() {
    assertThat(timeline).extracting(Entry::kind).contains(Kind.values());
  }

  @Test
  void callsOffersByTheirTitle() {
    assertThat(entry("DOWNLOAD").detail()).isEqualTo("The BPM guide");
    assertThat(entry("PAGE_VIEW").detail()).isEqualTo("/prices");
  }

  @Test
  void leavesOutMailsThatNeverWentOut() {
    assertThat(timeline).extracting(Entry::code).contains("basics-1").doesNotContain("basics-2");
  }

  @Test
  void tellsACallFromHandoverToOutcome() {
    assertThat(timeline)
        .filteredOn(entry -> entry.kind() == Kind.CALL)
        .extracting(Entry::code)
        .containsExactly("NOT_YET", "ESCALATED", "HANDED_OVER");
  }

  private Entry entry(String code) {
    return timeline.stream().filter(entry -> entry.code().equals(code)).findFirst().orElseThrow();
  }
}
