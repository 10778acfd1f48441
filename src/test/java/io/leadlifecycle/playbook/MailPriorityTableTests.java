package io.leadlifecycle.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailPriorityTableTests {

  private final DmnFile mailPriority = DmnFile.of("mail-priority");

  @Test
  void sendsFirstWhatIsNearestToBuying() {
    assertThat(rank("DECISION", 0, 0)).isGreaterThan(rank("CONSIDERATION", 90, 0));
    assertThat(rank("CONSIDERATION", 0, 0)).isGreaterThan(rank("AWARENESS", 90, 0));
  }

  @Test
  void thenGoesByThePriorityOfTheSequence() {
    assertThat(rank("AWARENESS", 20, 0)).isGreaterThan(rank("AWARENESS", 10, 0.4));
  }

  @Test
  void thenTakesTheOneThatHasWaitedLongest() {
    assertThat(rank("DECISION", 10, 2)).isGreaterThan(rank("DECISION", 10, 1.9));
  }

  @Test
  void letsNoMailStarve() {
    assertThat(rank("AWARENESS", 0, 11)).isGreaterThan(rank("DECISION", 0, 0.5));
  }

  @Test
  void takesMissingFactsForNothing() {
    assertThat(rank(null, null, null)).isEqualTo(rank("AWARENESS", 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "AWARENESS, DECISION, true",
    "AWARENESS, CONSIDERATION, false",
    "AWARENESS, AWARENESS, false",
    "CONSIDERATION, DECISION, false",
    "DECISION, DECISION, false"
  })
  void sparesLeadsThatAreDecidingTheBeginnersMails(String stage, String furthest, boolean skipped) {
    String reason = (String) mailPriority.givenRow(stage, furthest, 20, 0).get("skip");
    assertThat(!reason.isEmpty()).isEqualTo(skipped);
  }

  private double rank(@Nullable String stage, @Nullable Object priority, @Nullable Object waitingDays) {
    return ((Number) mailPriority.givenRow(stage, stage, priority, waitingDays).get("rank")).doubleValue();
  }
}
