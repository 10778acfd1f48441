package io.leadlifecycle.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a lead did, as it is reported.
 *
 * @param key names it for ever, in 1 to 100 characters: reported twice, it counts once
 * @param offer key of the offer it was about; its stage is then the offer's
 * @param stage null where no stage applies
 * @param detail such as the page's path; cut after 500 characters
 * @param at null means now
 */
public record NewActivity(
    String key,
    ActivityKind kind,
    @Nullable String offer,
    @Nullable ContentStage stage,
    @Nullable String detail,
    @Nullable Instant at) {

  static final int KEY_LENGTH = 100;
  static final int DETAIL_LENGTH = 500;

  public NewActivity {
    if (key.isBlank() || key.length() > KEY_LENGTH) {
      throw new IllegalArgumentException("An activity's key has 1 to " + KEY_LENGTH + " characters");
    }
    if (detail != null && detail.length() > DETAIL_LENGTH) {
      detail = detail.substring(0, DETAIL_LENGTH);
    }
  }

  /** Without the detail: this may be logged. */
  @Override
  public String toString() {
    return "reported " + kind;
  }
}
