package io.leadlifecycle.capture;

import java.util.List;
import java.util.stream.Collectors;

/** The input cannot become a lead. Nothing was stored. */
public class InvalidLead extends RuntimeException {

  private final transient List<FieldFault> faults;

  public InvalidLead(List<FieldFault> faults) {
    super(faults.stream().map(f -> f.field() + ": " + f.message()).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<FieldFault> faults() {
    return faults;
  }

  /** What is wrong with one field, such as {@code email: is required}. */
  public record FieldFault(String field, String message) {}
}
