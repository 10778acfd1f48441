package io.leadlifecycle.lead;

/** No lead has this id. */
public class UnknownLead extends RuntimeException {

  public UnknownLead(LeadId id) {
    super("No lead has the id " + id);
  }
}
