package io.leadlifecycle.journey;

import io.leadlifecycle.enrichment.Enrichment;
import io.leadlifecycle.enrichment.Findings;
import io.leadlifecycle.enrichment.InvalidFindings;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The answers of {@code enrich-lead.form}. */
@Component("enrichAnswers")
class EnrichAnswers extends TaskAnswers {

  private final Enrichment enrichment;

  EnrichAnswers(IdentityService identity, Enrichment enrichment) {
    super(identity);
    this.enrichment = enrichment;
  }

  @Override
  void take(Answers answers, DelegateExecution step) {
    try {
      enrichment.note(answers.lead(), findings(answers), rep());
    } catch (InvalidFindings e) {
      throw new BadInput(e.getMessage());
    }
  }

  private static Findings findings(Answers answers) {
    return new Findings(
        answers.text("homepage"),
        answers.text("phone"),
        answers.text("directDial"),
        answers.text("teamPage"),
        answers.text("socialProfiles"),
        answers.text("pressAndEvents"),
        answers.flag("newsletterSubscribed"),
        answers.text("notes"),
        answers.text("folder"));
  }
}
