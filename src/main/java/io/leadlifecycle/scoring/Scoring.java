package io.leadlifecycle.scoring;

import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.activity.LedgerGrew;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import io.leadlifecycle.scoring.ScoreTable.Fresh;
import io.leadlifecycle.scoring.ScoreTable.Kept;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
    return keep(ledger(lead), Kept::settledAt).get(0).score().temperature().name();
  }

  /** The score as of now. */
  @Transactional(readOnly = true)
  public Score of(LeadId lead) {
    Instant settledAt = table.find(Set.of(lead)).getOrDefault(lead, Kept.NOTHING).settledAt();
    return formula.score(leads.get(lead), activities.of(lead), settledAt, now());
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
    keep(ledger(lead), before -> now());
  }

  @EventListener
  void on(LedgerGrew grown) {
    keep(grown.ledgers(), Kept::settledAt);
  }

  private Map<LeadId, List<Activity>> ledger(LeadId lead) {
    return Map.of(lead, activities.of(lead));
  }

  /** Whoever calls holds the leads. */
  private List<Fresh> keep(Map<LeadId, List<Activity>> ledgers, Function<Kept, @Nullable Instant> settled) {
    Map<LeadId, Kept> kept = table.find(ledgers.keySet());
    List<Fresh> scores = new ArrayList<>();
    ledgers.forEach((lead, ledger) -> {
      Kept before = kept.getOrDefault(lead, Kept.NOTHING);
      Instant settledAt = settled.apply(before);
      Score score = formula.score(leads.get(lead), ledger, settledAt, now());
      scores.add(new Fresh(lead, score, settledAt, before));
    });
    table.keep(scores);
    scores.stream().filter(Fresh::turnsHot).forEach(hot -> events.publishEvent(new LeadTurnedHot(hot.lead())));
    return scores;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
