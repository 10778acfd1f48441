package io.leadlifecycle.console.marketing;

import io.leadlifecycle.console.Wording;
import io.leadlifecycle.lead.Progress;
import io.leadlifecycle.lead.Stage;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where the leads stand, in the order of the process, and how far they come. */
record Funnel(Map<Stage, Long> byStage, Progress progress) {

  public List<StageBar> inProgress() {
    return bars(stage -> !stage.isEnd());
  }

  public List<StageBar> ended() {
    return bars(Stage::isEnd);
  }

  public long leadsInProgress() {
    return sum(stage -> !stage.isEnd());
  }

  public List<Bar> steps() {
    return List.of(
        step("Captured", progress.captured()),
        step("Confirmed, or need not", progress.admitted()),
        step("A fit", progress.fitting()),
        step("Nurtured", progress.nurtured()),
        step("Handed over to a rep", progress.handedOver()),
        step("Won", progress.won()));
  }

  private Bar step(String label, long leads) {
    return new Bar(label, leads, progress.captured(), progress.captured());
  }

  private List<StageBar> bars(Predicate<Stage> which) {
    long all = sum(which);
    long fullest = stages(which).mapToLong(byStage::get).max().orElse(0);
    return stages(which)
        .map(stage -> new StageBar(stage, new Bar(Wording.label(stage), byStage.get(stage), all, fullest)))
        .toList();
  }

  private long sum(Predicate<Stage> which) {
    return stages(which).mapToLong(byStage::get).sum();
  }

  private Stream<Stage> stages(Predicate<Stage> which) {
    return byStage.keySet().stream().filter(which);
  }
}
