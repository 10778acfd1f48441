package io.leadlifecycle.production;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator what is missing instead of a stack trace. */
class UnfitForProductionAnalyzer extends AbstractFailureAnalyzer<UnfitForProduction> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnfitForProduction cause) {
    return new FailureAnalysis(cause.getMessage(),
        "Set each in the environment by the name in brackets, or in a file that bears the name before them. "
            + "README.md tells of production.",
        cause);
  }
}
