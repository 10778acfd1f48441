package io.leadlifecycle.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
  void letsNoMailStarve() {
    assertThat(rank("AWARENESS", 0, 11)).isGreaterThan(rank("DECISION", 0, 0.5));
  }

  @Test
  void takesMissingFactsForNothing() {
    assertThat(rank(null, null, null)).isEqualTo(rank("AWARENESS", 0, 0));
  }

  private double rank(@Nullable Object... row) {
    return ((Number) mailPriority.givenRow(row).get("rank")).doubleValue();
  }
}
