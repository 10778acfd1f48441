package io.leadlifecycle.playbook;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Runs every check of the playbook before the program takes anything in, and refuses to start if there is a fault. */
@Component
class PlaybookInspection implements SmartInitializingSingleton {

  private static final Comparator<Fault> BY_PLACE = Comparator.comparing(Fault::file).thenComparing(Fault::line);

  private final List<PlaybookCheck> checks;

  PlaybookInspection(List<PlaybookCheck> checks) {
    this.checks = checks;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<Fault> faults = checks.stream().flatMap(check -> check.faults().stream()).sorted(BY_PLACE).toList();
    if (!faults.isEmpty()) {
      throw new BrokenPlaybook(faults);
    }
  }
}
