package io.leadlifecycle.scoring;

import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.activity.ContentStage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Activities that score alike. Within a kind, the ones nearest to buying come first. */
record ActivityGroup(ActivityKind kind, @Nullable ContentStage stage) implements Comparable<ActivityGroup> {

  private static final Comparator<ActivityGroup> ORDER =
      Comparator.comparing(ActivityGroup::kind)
          .thenComparing(ActivityGroup::stage, Comparator.nullsLast(Comparator.reverseOrder()));

  static ActivityGroup of(Activity activity) {
    return new ActivityGroup(activity.kind(), activity.stage());
  }

  /** What the table of points wants to know. */
  Map<String, Object> facts(int count) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("kind", kind.name());
    facts.put("stage", stage == null ? null : stage.name());
    facts.put("count", count);
    return facts;
  }

  /** Such as {@code Blog post, awareness}. */
  String label() {
    String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String label = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return stage == null ? label : label + ", " + stage.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int compareTo(ActivityGroup other) {
    return ORDER.compare(this, other);
  }
}
