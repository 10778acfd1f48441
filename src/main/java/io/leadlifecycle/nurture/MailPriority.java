package io.leadlifecycle.nurture;

import io.leadlifecycle.activity.ContentStage;
import io.leadlifecycle.playbook.Decisions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Asks the playbook's table {@code mail-priority} which of several due mails goes first, and which not at all. */
record MailPriority(Decisions decisions) implements Priorities {

  private static final double HOURS_A_DAY = 24;

  @Override
  public Priority of(Sequence sequence, Duration waiting, ContentStage furthest) {
    Map<String, Object> decided =
        decisions.decide(
            "mail-priority",
            Map.of(
                "stage", sequence.stage().name(),
                "priority", sequence.priority(),
                "waitingDays", waiting.toHours() / HOURS_A_DAY,
                "furthestStage", furthest.name()));
    return new Priority(
        ((Number) decided.get("rank")).doubleValue(), Objects.toString(decided.get("skip"), "").strip());
  }
}
