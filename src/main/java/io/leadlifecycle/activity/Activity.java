package io.leadlifecycle.activity;

import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the activity ledger. Never changed, never removed but with its lead. */
public record Activity(
    LeadId lead,
    String key,
    ActivityKind kind,
    @Nullable String offer,
    @Nullable ContentStage stage,
    @Nullable String detail,
    Instant at) {

  /** Without the detail: this may be logged. */
  @Override
  public String toString() {
    return kind + " of lead " + lead;
  }
}
