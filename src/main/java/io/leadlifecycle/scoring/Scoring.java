package io.leadlifecycle.scoring;

import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.LedgerGrew;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import io.leadlifecycle.scoring.ScoreTable.Kept;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How warm a lead is, and why. Kept with each activity; who asks gets it as of now, less what has faded.
 * All methods throw {@link UnknownLead} for a lead that does not exist.
 */
@Component("scoring")
@Transactional
public class Scoring {

  private final Leads leads;
  private final Activities activities;
  private final ScoreFormula formula;
  private final ScoreTable table;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Scoring(
      Leads leads,
      Activities activities,
      ScoreFormula formula,
      ScoreTable table,
      ApplicationEventPublisher events,
      Clock clock) {
    this.leads = leads;
    this.activities = activities;
    this.formula = formula;
    this.table = table;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Computes the score anew and keeps it. Tells the neighbours if the lead turned hot ({@link LeadTurnedHot},
   * same transaction), once for each turn, whoever computes at the same time.
   *
   * @return the {@link Temperature}'s name, for gateways
   */
  public String score(LeadId lead) {
    leads.lock(lead);
    Optional<Kept> kept = table.find(lead);
    return keep(lead, kept, kept.map(Kept::settledAt).orElse(null)).temperature().name();
  }

  /** The score as of now. */
  @Transactional(readOnly = true)
  public Score of(LeadId lead) {
    return compute(leads.get(lead), settledAt(lead));
  }

  /** Whether the lead is to be called today. */
  @Transactional(readOnly = true)
  public boolean isHot(LeadId lead) {
    return of(lead).temperature() == Temperature.HOT;
  }

  /** Priority of the lead's tasks, 0 to 100: good fit, unclear, low chance; then by engagement and role. */
  @Transactional(readOnly = true)
  public int priority(LeadId lead) {
    return ScoreFormula.priority(leads.get(lead).fit(), of(lead));
  }

  /**
   * A rep has called. What the lead asked for so far is answered; and until the cooling-off is over, only a
   * new request makes it hot.
   */
  public void settle(LeadId lead) {
    leads.lock(lead);
    keep(lead, table.find(lead), now());
  }

  @EventListener
  void on(LedgerGrew ledger) {
    score(ledger.lead());
  }

  private Score keep(LeadId lead, Optional<Kept> before, @Nullable Instant settledAt) {
    Score score = compute(leads.get(lead), settledAt);
    table.keep(lead, score, settledAt);
    boolean wasHot = before.map(Kept::temperature).filter(Temperature.HOT::equals).isPresent();
    if (score.temperature() == Temperature.HOT && !wasHot) {
      events.publishEvent(new LeadTurnedHot(lead));
    }
    return score;
  }

  private Score compute(Lead lead, @Nullable Instant settledAt) {
    return formula.score(lead, activities.of(lead.id()), settledAt, now());
  }

  private @Nullable Instant settledAt(LeadId lead) {
    return table.find(lead).map(Kept::settledAt).orElse(null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
