package io.leadlifecycle.playbook;

import java.util.List;

/** A module's say in whether the playbook can be used. All checks run before the program accepts anything. */
public interface PlaybookCheck {

  /** Every fault found, in the order of files and lines; empty when all is well. */
  List<Fault> faults();
}
