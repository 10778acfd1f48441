package io.leadlifecycle.journey.people;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator what to change instead of a stack trace. */
class WeakPasswordAnalyzer extends AbstractFailureAnalyzer<WeakPassword> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, WeakPassword cause) {
    return new FailureAnalysis(cause.getMessage(), "Set another one, or none to have one made up.", cause);
  }
}
