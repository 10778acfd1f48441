package io.leadlifecycle.playbook;

/** A decision table has no rule for the facts it was given: its last row should be a catch-all. */
public class NoRuleMatches extends RuntimeException {

  public NoRuleMatches(String decision) {
    super("Decision " + decision + " has no rule for these facts; its last row should catch all");
  }
}
