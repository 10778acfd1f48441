package io.leadlifecycle.console;

import io.leadlifecycle.lead.Stage;
import java.util.List;
import java.util.Map;

/** How many leads stand in which stage. */
record StageCounts(Map<Stage, Long> byStage) {

  public long all() {
    return byStage.values().stream().mapToLong(Long::longValue).sum();
  }

  public List<Count> inProgress() {
    return counts(false);
  }

  public List<Count> ended() {
    return counts(true);
  }

  record Count(Stage stage, long leads) {}

  private List<Count> counts(boolean ended) {
    return byStage.entrySet().stream()
        .filter(entry -> entry.getKey().isEnd() == ended)
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .toList();
  }
}
