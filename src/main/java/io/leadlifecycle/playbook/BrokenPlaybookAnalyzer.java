package io.leadlifecycle.playbook;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a marketer the faults instead of a stack trace. */
class BrokenPlaybookAnalyzer extends AbstractFailureAnalyzer<BrokenPlaybook> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BrokenPlaybook cause) {
    return new FailureAnalysis(cause.getMessage(), "Mend the lines above and start again.", cause);
  }
}
