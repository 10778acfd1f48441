package io.leadlifecycle.journey;

import io.leadlifecycle.handover.Handover;
import io.leadlifecycle.handover.Outcome;
import io.leadlifecycle.lead.Leads;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers of {@code contact-lead.form}. */
@Component("contactAnswers")
class ContactAnswers extends TaskAnswers {

  private final Handover handover;
  private final Leads leads;
  private final Clock clock;

  ContactAnswers(IdentityService identity, Handover handover, Leads leads, Clock clock) {
    super(identity);
    this.handover = handover;
    this.leads = leads;
    this.clock = clock;
  }

  @Override
  void take(Answers answers, DelegateExecution step) {
    Outcome outcome = answers.oneOf("outcome", Outcome.class);
    handover.close(answers.lead(), outcome, answers.text("note"), callAgain(answers), rep());
  }

  /** The first moment of that day where the lead is. */
  private @Nullable Instant callAgain(Answers answers) {
    LocalDate day = answers.date("callAgain");
    if (day == null) {
      return null;
    }
    ZoneId zone = leads.get(answers.lead()).contact().timeZone();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    if (day.isBefore(today) || day.isAfter(today.plusYears(2))) {
      throw new BadInput("callAgain: must be between today and two years from now");
    }
    return day.atStartOfDay(zone).toInstant();
  }
}
