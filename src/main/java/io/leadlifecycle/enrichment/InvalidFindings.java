package io.leadlifecycle.enrichment;

/** A finding cannot be kept. The message names the field. */
public class InvalidFindings extends IllegalArgumentException {

  public InvalidFindings(String field, String fault) {
    super(field + ": " + fault);
  }
}
