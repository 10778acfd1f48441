package io.leadlifecycle.consent;

import static io.leadlifecycle.consent.ConsentState.GIVEN;
import static io.leadlifecycle.consent.ConsentState.REQUESTED;
import static io.leadlifecycle.consent.ConsentState.WITHDRAWN;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.limits.Limits;
import io.leadlifecycle.limits.Network;
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
  private final Limits limits;
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
      Limits limits,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.optIn = optIn;
    this.wordings = wordings;
    this.links = links;
    this.settings = settings;
    this.leads = leads;
    this.mails = mails;
    this.limits = limits;
    this.events = events;
    this.clock = clock;
  }

  /** What stands beside the box for that purpose in forms of that language. */
  public Wording wording(Purpose purpose, Locale locale) {
    return wordings.of(purpose, locale);
  }

  /**
   * The lead ticked boxes: what it agreed to, in the wordings that it saw. Mails need a confirmation: a consent
   * that is given stays given, and a request that was made a moment ago stands for this one too. Boxes for other
   * purposes are written down; they count once a request that they are part of is confirmed. Who said "that was
   * not me" is left in peace for a month, so that nobody can flood a stranger with opt-in mails.
   */
  public void request(LeadId lead, SignUp signUp) {
    ConsentStanding standing = table.lock(lead);
    if (standing.isRefused(now().minus(PEACE))) {
      return;
    }
    if (signUp.wantsMails() && !standing.is(GIVEN) && !isJustRequested(standing)) {
      table.add(nextRequest(lead, signUp));
      table.save(standing.requested());
    } else if (signUp.wantsMore()) {
      table.add(nextRequest(lead, signUp));
    }
  }

  /** Sends the opt-in mail if consent is requested and not given. Repeatable: one mail per request. */
  public void ask(LeadId lead) {
    if (table.standing(lead).is(REQUESTED) && table.lock(lead).is(REQUESTED)) {
      table.latest(lead).filter(request -> !request.isAsked()).ifPresent(optIn::postIfAllowed);
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

  /** Whether that was agreed to, confirmed, and not withdrawn since. */
  public boolean isGiven(LeadId lead, Purpose purpose) {
    ConsentStanding standing = table.standing(lead);
    return purpose == Purpose.NURTURE
        ? standing.is(GIVEN)
        : table.requests(lead).stream().anyMatch(request -> request.isFor(purpose) && standing.counts(request.given()));
  }

  /**
   * What allows nurture mails to this lead, for the ledger.
   *
   * @return empty if nothing does
   */
  public Optional<String> basis(LeadId lead) {
    return Optional.of(table.standing(lead)).filter(standing -> standing.is(GIVEN)).map(ConsentStanding::allowedBy);
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
      table.log(lead, now(), "WITHDRAWN", how);
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

  /**
   * The owner of the address says that somebody else typed it in. That counts against the network from which it
   * was typed in.
   */
  void refuse(ConsentRequest request) {
    if (!table.lock(request.lead()).is(WITHDRAWN)) {
      withdraw(request.lead(), ConsentStanding.NOT_ME);
      Optional.ofNullable(request.signUp().ip()).ifPresent(ip -> limits.note("refused-ip:" + Network.of(ip)));
      events.publishEvent(new ConsentRefused(request.lead()));
    }
  }

  private boolean isJustRequested(ConsentStanding standing) {
    return standing.is(REQUESTED) && table.latest(standing.lead())
        .filter(request -> request.isValidAt(now()))
        .filter(request -> now().isBefore(request.requestedAt().plus(settings.askAgainAfter())))
        .isPresent();
  }

  private ConsentRequest nextRequest(LeadId lead, SignUp signUp) {
    int number = table.requests(lead).size() + 1;
    Instant validUntil = now().plus(settings.deadline());
    Wording wording = wordings.of(signUp.purposes(), signUp.shownIn());
    return new ConsentRequest(lead, number, signUp, wording, now(), validUntil, null, null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
