package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which mail comes next, and when. */
@Component("nurture")
@Transactional
public class Nurture {

  /**
   * A timer that is set when a mail is posted comes a little too early, since the cap counts from when the
   * mail is really sent. The ledger holds the next one back until then, which saves another timer here.
   */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final Leads leads;
  private final Situations situations;
  private final Planner planner;
  private final NurtureMails mails;
  private final Enrolments enrolments;
  private final Silence silence;
  private final Clock clock;

  Nurture(
      Leads leads,
      Situations situations,
      Planner planner,
      NurtureMails mails,
      Enrolments enrolments,
      Silence silence,
      Clock clock) {
    this.leads = leads;
    this.situations = situations;
    this.planner = planner;
    this.mails = mails;
    this.enrolments = enrolments;
    this.silence = silence;
    this.clock = clock;
  }

  /** Whether there is a mail this lead may get: false without consent, or when nothing is left. */
  @Transactional(readOnly = true)
  public boolean hasNext(LeadId lead) {
    return next(leads.get(lead)).isPresent();
  }

  /**
   * The exact instant of the next mail: steps' waits, the cap, send hours of the lead's zone, a cooling-off.
   * For the model's timer; now if there is none, so that the model looks again.
   */
  @Transactional(readOnly = true)
  public Date nextMailAt(LeadId lead) {
    return Date.from(next(leads.get(lead)).map(Turn::at).orElseGet(clock::instant));
  }

  /**
   * Posts the mail whose turn it is to the ledger.
   *
   * @return its key, or why there is none
   */
  public String sendNext(LeadId id) {
    Lead lead = leads.get(id);
    Optional<Turn> next = next(lead);
    if (next.isEmpty()) {
      return "Nothing to send";
    }
    if (next.get().at().isAfter(clock.instant().plus(SLACK))) {
      return "Not before " + next.get().at();
    }
    mails.post(lead, next.get());
    return next.get().key();
  }

  /** All mails to come with their times, by the same rules that send them. */
  @Transactional(readOnly = true)
  public List<PlannedMail> plan(LeadId id) {
    Lead lead = leads.get(id);
    return planner.ahead(situations.of(lead)).stream().map(turn -> mails.announce(lead, turn)).toList();
  }

  /** No nurture mail before this instant; the place in each sequence stays. The last pause asked for holds. */
  public void pauseUntil(LeadId lead, Instant until) {
    enrolments.pause(lead, until);
  }

  /** How long a lead with nothing left to get may be silent, for the model's timer. */
  @Transactional(readOnly = true)
  public Date quietUntil(LeadId lead) {
    return Date.from(silence.endOf(leads.get(lead)));
  }

  /**
   * Puts a quiet lead into the sequences for quiet leads, once.
   *
   * @return whether there is now a mail to send
   */
  public boolean winBack(LeadId lead) {
    enrolments.startForQuiet(lead);
    return hasNext(lead);
  }

  private Optional<Turn> next(Lead lead) {
    return planner.next(situations.of(lead));
  }
}
