package io.leadlifecycle.activity;

import java.util.List;

/** What was reported cannot be recorded. Nothing was stored. */
class InvalidActivities extends RuntimeException {

  private final transient List<FieldFault> faults;

  InvalidActivities(List<FieldFault> faults) {
    super("No activity was recorded: " + faults.size() + " field(s) are wrong");
    this.faults = List.copyOf(faults);
  }

  List<FieldFault> faults() {
    return faults;
  }

  /** @param field such as {@code kind}, or {@code [2].kind} in a list */
  record FieldFault(String field, String message) {}
}
