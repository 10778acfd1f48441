package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
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
  private final Standings standings;
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
      Standings standings,
      Planner planner,
      NurtureMails mails,
      Enrolments enrolments,
      WaitingMails waiting,
      Silence silence,
      ApplicationEventPublisher events,
      Clock clock) {
    this.leads = leads;
    this.situations = situations;
    this.standings = standings;
    this.planner = planner;
    this.mails = mails;
    this.enrolments = enrolments;
    this.waiting = waiting;
    this.silence = silence;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Tells beforehand whose turn comes in the transaction under way, so that these leads are locked and read together.
   * Without it all goes as well, one by one.
   */
  public void readAhead(Collection<LeadId> ids) {
    standings.readAhead(ids);
  }

  /** Whether there is a mail this lead may get: false without consent, or when nothing is left. */
  @Transactional(readOnly = true)
  public boolean hasNext(LeadId lead) {
    return next(lead).isPresent();
  }

  /**
   * The exact instant of the next mail: steps' waits, the cap, send hours of the lead's zone, a cooling-off.
   * For the model's timer; now if there is none, so that the model looks again.
   */
  @Transactional(readOnly = true)
  public Date nextMailAt(LeadId lead) {
    return Date.from(next(lead).map(Turn::at).orElseGet(clock::instant));
  }

  /**
   * Posts the mail whose turn it is to the ledger, and accounts there for those that it passed over for good.
   *
   * @return its key, or why there is none
   */
  public String sendNext(LeadId id) {
    Standing standing = standings.locked(id);
    Instant now = standing.situation().now();
    Optional<Turn> next = planner.next(standing.situation());
    Optional<Turn> due = next.filter(turn -> !turn.at().isAfter(now.plus(SLACK)));
    Standing accounted = leaveOutForGood(standing, due.map(Turn::at).orElse(now));
    standings.keep(due.map(turn -> mails.post(accounted, turn)).orElse(accounted));
    return due.map(Turn::key)
        .orElseGet(() -> next.map(turn -> "Not before " + turn.at()).orElse("Nothing to send"));
  }

  private Standing leaveOutForGood(Standing before, Instant at) {
    Standing accounted = before;
    for (LeftOut leftOut : planner.leftOut(before.situation().at(at))) {
      accounted = leftOut.isForGood(at) ? mails.leaveOut(accounted, leftOut) : accounted;
    }
    return accounted;
  }

  /** Accounts in the ledger for those mails that are passed over for good. Repeatable. */
  public void accountFor(LeadId id) {
    Standing standing = standings.locked(id);
    standings.keep(leaveOutForGood(standing, standing.situation().now()));
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
    Optional<Turn> before = next(id);
    enrolments.pause(id, until);
    waiting.postpone(lead, until);
    standings.forget(id);
    if (!next(id).equals(before)) {
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
    standings.forget(id);
    accountFor(id);
    return hasNext(id);
  }

  private Optional<Turn> next(LeadId id) {
    return planner.next(
        standings.read(id).map(Standing::situation).orElseGet(() -> situations.of(leads.get(id))));
  }
}
