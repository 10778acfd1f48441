package io.leadlifecycle.handover;

import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.playbook.Decisions;
import io.leadlifecycle.scoring.Scoring;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which rep calls, by when, and with what outcome. */
@Component("handover")
@Transactional
public class Handover {

  private static final int MAX_REASON = 1_000;

  private final Calls calls;
  private final Escalation escalation;
  private final Leads leads;
  private final Scoring scoring;
  private final Decisions decisions;

  Handover(Calls calls, Escalation escalation, Leads leads, Scoring scoring, Decisions decisions) {
    this.calls = calls;
    this.escalation = escalation;
    this.leads = leads;
    this.scoring = scoring;
    this.decisions = decisions;
  }

  /**
   * Opens a call and picks the team's rep with the fewest open calls below the limit. Repeatable while open.
   *
   * @return the rep's user id, or an empty text when all are busy: then any rep may take it
   */
  public String assign(LeadId lead) {
    Map<String, Object> decided = decisions.decide("handover", facts(leads.get(lead)));
    Duration sla = Duration.ofHours(((Number) decided.get("slaHours")).longValue());
    String rep = calls.open(lead, (String) decided.get("team"), sla).rep();
    return rep == null ? "" : rep;
  }

  private Map<String, @Nullable Object> facts(Lead lead) {
    Map<String, @Nullable Object> facts = new HashMap<>();
    facts.put("country", lead.contact().country());
    facts.put("industry", lead.contact().industry());
    facts.put("fit", lead.fit() == null ? null : lead.fit().name());
    facts.put("temperature", scoring.of(lead.id()).temperature().name());
    return facts;
  }

  /**
   * When the last call is overdue, for the model's timer and the task's due date.
   *
   * @throws NoCall if the lead was never handed over
   */
  @Transactional(readOnly = true)
  public Date dueAt(LeadId lead) {
    return Date.from(calls.last(lead).call().dueAt());
  }

  /** The call is overdue: tells the sales manager, once. */
  public void escalate(LeadId lead) {
    CallTable.Row call = calls.last(lead);
    if (calls.escalate(lead)) {
      escalation.tell(call.id(), leads.get(lead), call.call().dueAt());
    }
  }

  /**
   * A rep has called.
   *
   * @param callAgain for NOT_YET: not before; null for the default cooling-off
   * @param rep who did: the call is theirs now, whoever it was meant for
   * @throws NoCall if no call is open
   */
  public void close(
      LeadId lead, Outcome outcome, @Nullable String note, @Nullable Instant callAgain, String rep) {
    calls.close(lead, outcome, note, callAgain, rep);
    scoring.settle(lead);
    if (outcome == Outcome.NO_FIT) {
      leads.judge(lead, Fit.NO_FIT, reason(note), rep);
    }
  }

  private static String reason(@Nullable String note) {
    String reason = note == null || note.isBlank() ? "Sales: no fit" : note;
    return reason.substring(0, Math.min(MAX_REASON, reason.length()));
  }

  /** The end of the cooling-off of the last call; now if it needs none. */
  @Transactional(readOnly = true)
  public Instant coolingOffUntil(LeadId lead) {
    return calls.restsUntil(lead);
  }

  /** All calls, oldest first. */
  @Transactional(readOnly = true)
  public List<Call> of(LeadId lead) {
    return calls.of(lead).stream().map(CallTable.Row::call).toList();
  }
}
