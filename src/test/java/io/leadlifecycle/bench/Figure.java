package io.leadlifecycle.bench;

import java.util.Arrays;
import java.util.List;

/** What was measured, once a round. */
record Figure(Measure measure, List<Double> values) {

  Figure {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Nothing was measured: " + measure);
    }
  }

  static Figure of(Measure measure, double... values) {
    return new Figure(measure, Arrays.stream(values).boxed().toList());
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }

  double least() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  double most() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
