package io.leadlifecycle.console.marketing;

import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.activity.ContentStage;
import java.time.Duration;
import java.util.Locale;

/** How the page of the playbook says what the playbook says in its own language. */
final class PlaybookWording {

  /** Such as {@code Business case}, for {@code business-case}. */
  public String words(String key) {
    String words = key.replace('-', ' ').replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  public String kind(ActivityKind kind) {
    return words(kind.name().toLowerCase(Locale.ROOT));
  }

  public String stage(ContentStage stage) {
    return words(stage.name().toLowerCase(Locale.ROOT));
  }

  /** Such as {@code 1 day}, {@code 36 hours} or {@code at once}. */
  public String time(Duration time) {
    if (time.isZero()) {
      return "at once";
    }
    return time.toHours() % 24 == 0 ? count(time.toDays(), "day")
        : time.toMinutes() % 60 == 0 ? count(time.toHours(), "hour")
        : count(time.toMinutes(), "minute");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
