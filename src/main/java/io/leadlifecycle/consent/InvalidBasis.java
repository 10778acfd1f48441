package io.leadlifecycle.consent;

import java.util.List;
import java.util.stream.Collectors;

/** What was reported is no legal basis. Nothing was stored. */
public class InvalidBasis extends RuntimeException {

  private final transient List<FieldFault> faults;

  public InvalidBasis(List<FieldFault> faults) {
    super(faults.stream().map(fault -> fault.field() + " " + fault.message()).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<FieldFault> faults() {
    return faults;
  }

  /** What is wrong with one field. */
  public record FieldFault(String field, String message) {}
}
