package io.leadlifecycle.consent;

import static io.leadlifecycle.consent.ConsentState.GIVEN;
import static io.leadlifecycle.consent.ConsentState.REQUESTED;
import static io.leadlifecycle.consent.ConsentState.WITHDRAWN;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.Mails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** May we mail this person, and the proof of it. */
@Component("consent")
@Transactional
public class Consent {

  private static final Duration PEACE = Duration.ofDays(30);

  private final ConsentTable table;
  private final OptIn optIn;
  private final Wordings wordings;
  private final Links links;
  private final ConsentSettings settings;
  private final Leads leads;
  private final Mails mails;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consent(
      ConsentTable table,
      OptIn optIn,
      Wordings wordings,
      Links links,
      ConsentSettings settings,
      Leads leads,
      Mails mails,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.optIn = optIn;
    this.wordings = wordings;
    this.links = links;
    this.settings = settings;
    this.leads = leads;
    this.mails = mails;
    this.events = events;
    this.clock = clock;
  }

  /** What stands beside the box in forms of that language. */
  public Wording wording(Locale locale) {
    return wordings.in(locale);
  }

  /**
   * The lead ticked the box: what it agreed to, in the wording that it saw. A consent that is given stays
   * given; a request that was made a moment ago stands for this one too; and who said "that was not me" is
   * left in peace for a month, so that nobody can flood a stranger with opt-in mails.
   */
  public void request(LeadId lead, SignUp signUp) {
    ConsentStanding standing = table.lock(lead);
    if (!standing.is(GIVEN) && !isJustRequested(standing) && !standing.isRefused(now().minus(PEACE))) {
      table.add(nextRequest(lead, signUp.shownIn()));
      table.save(standing.requested());
    }
  }

  /** Sends the opt-in mail if consent is requested and not given. Repeatable: one mail per request. */
  public void ask(LeadId lead) {
    if (table.standing(lead).is(REQUESTED) && table.lock(lead).is(REQUESTED)) {
      table.latest(lead).filter(request -> !request.isAsked()).ifPresent(optIn::post);
    }
  }

  /**
   * Whether the lead has to confirm its address before we do anything: it ticked the box, and did not ask to
   * be contacted.
   */
  public boolean isAwaited(LeadId lead) {
    return table.standing(lead).is(REQUESTED) && !leads.get(lead).askedForContact();
  }

  public boolean isGiven(LeadId lead) {
    return table.standing(lead).is(GIVEN);
  }

  /** The name of the {@link ConsentState}, for gateways. */
  public String state(LeadId lead) {
    return table.standing(lead).state().name();
  }

  /**
   * When an unconfirmed lead is given up, for the model's timer. A lead that was never asked has had its
   * time.
   */
  public Date deadline(LeadId lead) {
    return Date.from(table.latest(lead).map(ConsentRequest::validUntil).orElse(now()));
  }

  /**
   * No nurture mail from now on. Repeatable: the first withdrawal counts.
   *
   * @param how such as {@code link} or the rep's name
   */
  public void withdraw(LeadId lead, String how) {
    ConsentStanding standing = table.lock(lead);
    if (!standing.is(WITHDRAWN)) {
      table.save(standing.withdrawn(now(), how));
      table.closeRequests(lead, now());
      mails.suppress(leads.get(lead).contact().email().value(), "Consent withdrawn: " + how);
      events.publishEvent(new ConsentWithdrawn(lead));
    }
  }

  /** The page where this lead unsubscribes with one click. */
  public String unsubscribeLink(LeadId lead) {
    return links.unsubscribe(lead);
  }

  /** The page where this lead chooses what it gets, and how often. */
  public String preferencesLink(LeadId lead) {
    return links.preferences(lead);
  }

  /** The lead in whose mails a link with that token stands; empty if we did not make it. */
  public Optional<LeadId> leadOf(String token) {
    return links.unsubscriber(token);
  }

  /** What we can show: the request that was confirmed last or, where none was, the last one. */
  public ConsentProof proof(LeadId lead) {
    ConsentStanding standing = table.standing(lead);
    Optional<ConsentRequest> request = table.latestGiven(lead).or(() -> table.latest(lead));
    return new ConsentProof(
        standing.state(),
        request.map(r -> r.wording().text()).orElse(null),
        request.map(ConsentRequest::requestedAt).orElse(null),
        standing.givenAt(),
        standing.withdrawnAt(),
        standing.withdrawnBy());
  }

  /** The owner of the address says that somebody else typed it in. */
  void refuse(LeadId lead) {
    withdraw(lead, ConsentStanding.NOT_ME);
  }

  private boolean isJustRequested(ConsentStanding standing) {
    return standing.is(REQUESTED) && table.latest(standing.lead())
        .filter(request -> request.isValidAt(now()))
        .filter(request -> now().isBefore(request.requestedAt().plus(settings.askAgainAfter())))
        .isPresent();
  }

  private ConsentRequest nextRequest(LeadId lead, Locale shownIn) {
    int number = table.latest(lead).map(ConsentRequest::number).orElse(0) + 1;
    Instant validUntil = now().plus(settings.deadline());
    return new ConsentRequest(lead, number, wordings.in(shownIn), shownIn, now(), validUntil, null, null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
