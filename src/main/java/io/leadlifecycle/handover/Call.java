package io.leadlifecycle.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lead handed over to sales. Null where it has not happened: no rep free, not escalated, no outcome. */
public record Call(
    @Nullable String rep,
    String team,
    Instant handedOverAt,
    Instant dueAt,
    @Nullable Instant escalatedAt,
    @Nullable Outcome outcome,
    @Nullable String note,
    @Nullable Instant closedAt) {

  /** Without the note: this may be logged. */
  @Override
  public String toString() {
    return "call due " + dueAt;
  }
}
