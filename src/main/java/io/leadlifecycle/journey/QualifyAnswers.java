package io.leadlifecycle.journey;

import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.qualification.Qualification;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The answers of {@code qualify-lead.form}. */
@Component("qualifyAnswers")
class QualifyAnswers extends TaskAnswers {

  private static final int LONGEST_REASON = 1_000;

  private final Qualification qualification;

  QualifyAnswers(IdentityService identity, Qualification qualification) {
    super(identity);
    this.qualification = qualification;
  }

  @Override
  void take(Answers answers, DelegateExecution step) {
    Fit fit = answers.oneOf("fit", Fit.class);
    if (fit == Fit.UNCLEAR) {
      throw new BadInput("fit: must be decided now");
    }
    qualification.decide(answers.lead(), fit, answers.required("reason", LONGEST_REASON), rep());
  }
}
