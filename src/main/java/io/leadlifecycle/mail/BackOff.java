package io.leadlifecycle.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long to leave a server alone that could not take a mail. After four days the mail is given up. */
final class BackOff {

  private static final List<Duration> WAITS =
      Stream.of("PT1M", "PT5M", "PT30M", "PT2H", "PT4H", "PT8H", "PT16H", "PT24H", "PT24H", "PT24H")
          .map(Duration::parse)
          .toList();

  private BackOff() {}

  /** How many tries a mail has after its first. */
  static int tries() {
    return WAITS.size();
  }

  /** @param tries how many failed before this one; empty if that was the last */
  static Optional<Duration> after(int tries) {
    return tries < WAITS.size() ? Optional.of(WAITS.get(tries)) : Optional.empty();
  }
}
