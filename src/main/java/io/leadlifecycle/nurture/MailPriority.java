package io.leadlifecycle.nurture;

import io.leadlifecycle.playbook.Decisions;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/** Asks the playbook's table {@code mail-priority} which of several due mails goes first. */
record MailPriority(Decisions decisions) implements ToDoubleBiFunction<Sequence, Duration> {

  private static final double HOURS_A_DAY = 24;

  @Override
  public double applyAsDouble(Sequence sequence, Duration waiting) {
    Map<String, Object> decided =
        decisions.decide(
            "mail-priority",
            Map.of(
                "stage", sequence.stage().name(),
                "priority", sequence.priority(),
                "waitingDays", waiting.toHours() / HOURS_A_DAY));
    return ((Number) decided.get("rank")).doubleValue();
  }
}
