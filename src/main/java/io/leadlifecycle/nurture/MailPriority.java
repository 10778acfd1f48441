package io.leadlifecycle.nurture;

import io.leadlifecycle.playbook.Decisions;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** Asks the playbook's table {@code mail-priority} which of several due mails goes first. */
record MailPriority(Decisions decisions) implements ToDoubleBiFunction<Sequence, Duration> {

  private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

  @Override
  public double applyAsDouble(Sequence sequence, Duration waiting) {
    Map<String, Object> decided =
        decisions.decide(
            "mail-priority",
            Map.of(
                "stage", sequence.stage().name(),
                "priority", sequence.priority(),
                "waitingDays", waiting.toSeconds() / SECONDS_A_DAY));
    return ((Number) decided.get("rank")).doubleValue();
  }
}
