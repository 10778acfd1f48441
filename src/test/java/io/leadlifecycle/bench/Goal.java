package io.leadlifecycle.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a measure is to reach.
 *
 * @param against what it is divided by; null if the measure itself counts
 * @param limit reached by what is not worse
 */
record Goal(Measure measure, @Nullable Measure against, Sense sense, double limit) {

  enum Sense { AT_LEAST, AT_MOST }

  static final List<Goal> ALL = List.of(
      ratio(Measure.OURS, Measure.BARE_TUNED, 0.8),
      ratio(Measure.OURS, Measure.MAIL_SENDER, 2.5),
      ratio(Measure.OURS, Measure.OUTBOX, 0.4),
      ratio(Measure.CAPTURE, Measure.BARE_START, 0.5),
      new Goal(Measure.ACTIVITIES, null, Sense.AT_LEAST, 3_000),
      atMost(Measure.ACTIVITY_P99, 50),
      ratio(Measure.AT_1M, Measure.AT_10K, 0.9),
      atMost(Measure.IDLE_POLL_1M, 50),
      atMost(Measure.ROWS, 8),
      atMost(Measure.LATENESS_P99, 5),
      atMost(Measure.HEAP, 512));

  private static Goal ratio(Measure measure, Measure against, double least) {
    return new Goal(measure, against, Sense.AT_LEAST, least);
  }

  private static Goal atMost(Measure measure, double most) {
    return new Goal(measure, null, Sense.AT_MOST, most);
  }

  boolean isMeasured(Map<Measure, Figure> figures) {
    return figures.containsKey(measure) && (against == null || figures.containsKey(against));
  }

  /** Of medians. */
  double value(Map<Measure, Figure> figures) {
    double own = figures.get(measure).median();
    return against == null ? own : own / figures.get(against).median();
  }

  boolean isMet(double value) {
    return sense == Sense.AT_LEAST ? value >= limit : value <= limit;
  }
}
