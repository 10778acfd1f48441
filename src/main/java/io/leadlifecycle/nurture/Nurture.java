package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
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
  private final WaitingMails waiting;
  private final Silence silence;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Nurture(
      Leads leads,
      Situations situations,
      Planner planner,
      NurtureMails mails,
      Enrolments enrolments,
      WaitingMails waiting,
      Silence silence,
      ApplicationEventPublisher events,
      Clock clock) {
    this.leads = leads;
    this.situations = situations;
    this.planner = planner;
    this.mails = mails;
    this.enrolments = enrolments;
    this.waiting = waiting;
    this.silence = silence;
    this.events = events;
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
   * Posts the mail whose turn it is to the ledger, and accounts there for those that it passed over for good.
   *
   * @return its key, or why there is none
   */
  public String sendNext(LeadId id) {
    leads.lock(id);
    Lead lead = leads.get(id);
    Situation situation = situations.of(lead);
    Optional<Turn> next = planner.next(situation);
    Optional<Turn> due = next.filter(turn -> !turn.at().isAfter(situation.now().plus(SLACK)));
    leaveOutForGood(lead, situation.at(due.map(Turn::at).orElse(situation.now())));
    due.ifPresent(turn -> mails.post(lead, consented(situation), turn));
    return due.map(Turn::key)
        .orElseGet(() -> next.map(turn -> "Not before " + turn.at()).orElse("Nothing to send"));
  }

  private void leaveOutForGood(Lead lead, Situation situation) {
    planner.leftOut(situation).stream()
        .filter(leftOut -> leftOut.isForGood(situation.now()))
        .forEach(leftOut -> mails.leaveOut(lead, consented(situation), leftOut));
  }

  /** Whoever gets or misses a mail has agreed to it: without consent, no sequence runs. */
  private static String consented(Situation situation) {
    return Objects.requireNonNull(situation.consent());
  }

  /** Accounts in the ledger for those mails that are passed over for good. Repeatable. */
  public void accountFor(LeadId id) {
    Lead lead = leads.get(id);
    leaveOutForGood(lead, situations.of(lead));
  }

  /** Mails that are passed over as things stand, and of which the ledger does not tell yet. */
  @Transactional(readOnly = true)
  public List<LeftOutMail> leftOut(LeadId id) {
    Lead lead = leads.get(id);
    return planner.leftOut(situations.of(lead)).stream().map(leftOut -> mails.tell(lead, leftOut)).toList();
  }

  /** All mails to come with their times, by the same rules that send them. */
  @Transactional(readOnly = true)
  public List<PlannedMail> plan(LeadId id) {
    Lead lead = leads.get(id);
    return planner.ahead(situations.of(lead)).stream().map(turn -> mails.announce(lead, turn)).toList();
  }

  /**
   * No nurture mail before this instant, nor one that waits already; the place in each sequence stays. The last
   * pause asked for holds. The lead's process hears of it if that changes what comes next, or when.
   */
  public void pauseUntil(LeadId id, Instant until) {
    Lead lead = leads.get(id);
    Optional<Turn> before = next(lead);
    enrolments.pause(id, until);
    waiting.postpone(lead, until);
    if (!next(lead).equals(before)) {
      events.publishEvent(new NurtureChanged(id));
    }
  }

  /** How long a lead with nothing left to get may be silent, for the model's timer. */
  @Transactional(readOnly = true)
  public Date quietUntil(LeadId lead) {
    return Date.from(silence.endOf(leads.get(lead)));
  }

  /**
   * Puts a quiet lead into the sequences for quiet leads, once, and accounts for what is left out for good. The
   * rest comes back if the lead changes its mind.
   *
   * @return whether there is now a mail to send
   */
  public boolean winBack(LeadId id) {
    enrolments.startForQuiet(id);
    accountFor(id);
    return hasNext(id);
  }

  private Optional<Turn> next(Lead lead) {
    return planner.next(situations.of(lead));
  }
}
