package io.leadlifecycle.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead as its neighbours see it.
 *
 * @param fit null until the lead was qualified
 * @param fitReason why it got this fit, for a person to read
 * @param fitBy the rep who decided the fit; null when the rules did
 * @param askedForContact whether the lead asked for a demo or a call, so that a rep may call without opt-in
 * @param stageSince when the stage began
 */
public record Lead(
    LeadId id,
    Contact contact,
    Stage stage,
    Instant stageSince,
    @Nullable Fit fit,
    @Nullable String fitReason,
    @Nullable String fitBy,
    boolean askedForContact,
    Instant capturedAt) {

  /** Without the person: this may be logged. */
  @Override
  public String toString() {
    return "lead " + id;
  }
}
