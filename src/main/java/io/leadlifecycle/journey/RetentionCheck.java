package io.leadlifecycle.journey;

import io.leadlifecycle.playbook.Fault;
import io.leadlifecycle.playbook.Playbook;
import io.leadlifecycle.playbook.PlaybookCheck;
import java.util.List;
import org.springframework.stereotype.Component;

/** A playbook of one's own must not do without the night in which leads are erased whose time is up. */
@Component
class RetentionCheck implements PlaybookCheck {

  private static final String MODEL = "data-retention.bpmn";

  private final Playbook playbook;

  RetentionCheck(Playbook playbook) {
    this.playbook = playbook;
  }

  @Override
  public List<Fault> faults() {
    return playbook.has(MODEL)
        ? List.of()
        : List.of(new Fault(MODEL, 1, "is missing: nobody would be erased when its time is up"));
  }
}
