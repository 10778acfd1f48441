package io.leadlifecycle.playbook;

import java.util.List;
import java.util.stream.Collectors;

/** The playbook cannot be used as it is. The message lists every fault, one a line. */
public class BrokenPlaybook extends RuntimeException {

  BrokenPlaybook(List<Fault> faults) {
    super(
        faults.stream()
            .map(Fault::toString)
            .collect(Collectors.joining("\n  ", "The playbook has " + faults.size() + " fault(s):\n  ", "")));
  }
}
