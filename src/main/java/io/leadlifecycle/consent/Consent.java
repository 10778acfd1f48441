package io.leadlifecycle.consent;

import static io.leadlifecycle.consent.ConsentState.GIVEN;
import static io.leadlifecycle.consent.ConsentState.REQUESTED;
import static io.leadlifecycle.consent.ConsentState.WITHDRAWN;

import io.leadlifecycle.consent.ConsentEvent.Kind;
import io.leadlifecycle.consent.InvalidBasis.FieldFault;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import io.leadlifecycle.limits.Limit;
import io.leadlifecycle.limits.Limited;
import io.leadlifecycle.limits.Limits;
import io.leadlifecycle.limits.Network;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.privacy.Forgetful;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * May we mail this person, and the proof of it. Whatever changes a consent locks the lead first, as erasing it
 * does: of a lead that is gone, nothing is kept.
 */
@Component("consent")
@Transactional
public class Consent implements Forgetful {

  private static final Limit COMPLAINTS = new Limit(2, Duration.ofDays(30));

  private final ConsentTable table;
  private final OptIn optIn;
  private final OptInLimits optInLimits;
  private final Wordings wordings;
  private final Proofs proofs;
  private final ProofArchive archive;
  private final Limits limits;
  private final Links links;
  private final ConsentSettings settings;
  private final Leads leads;
  private final Mails mails;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consent(
      ConsentTable table,
      OptIn optIn,
      OptInLimits optInLimits,
      Wordings wordings,
      Proofs proofs,
      ProofArchive archive,
      Limits limits,
      Links links,
      ConsentSettings settings,
      Leads leads,
      Mails mails,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.optIn = optIn;
    this.optInLimits = optInLimits;
    this.wordings = wordings;
    this.proofs = proofs;
    this.archive = archive;
    this.limits = limits;
    this.links = links;
    this.settings = settings;
    this.leads = leads;
    this.mails = mails;
    this.events = events;
    this.clock = clock;
  }

  /** What stands beside the box for mails in forms of that language. */
  public Wording wording(Locale locale) {
    return wording(Purpose.NURTURE, locale);
  }

  /** What stands beside the box for that purpose in forms of that language. */
  public Wording wording(Purpose purpose, Locale locale) {
    return wordings.of(purpose, locale);
  }

  /**
   * The lead ticked boxes: keeps which, how, and in the wordings that it saw. A consent that is given stays
   * given; and who said "that was not me" is left in peace for a month, also if it is erased meanwhile, so that
   * nobody can flood a stranger with opt-in mails. What was ticked without the box for mails is kept, but is given
   * only once an opt-in mail confirms it: no mail goes to an address for which nobody asked for mails.
   */
  public void request(LeadId lead, SignUp signUp) {
    if (leads.lockIfKnown(lead)) {
      requestLocked(lead, signUp);
    }
  }

  private void requestLocked(LeadId lead, SignUp signUp) {
    ConsentStanding standing = table.lock(lead);
    if (!standing.isRefused(now().minus(OptInLimits.PEACE))) {
      table.add(nextRequest(lead, signUp));
      if (signUp.purposes().contains(Purpose.NURTURE) && !standing.is(GIVEN)) {
        table.save(standing.requested());
      }
    }
  }

  /**
   * Sends the opt-in mail of the last sign-up for mails if there is something to confirm. Repeatable: one mail per
   * request, and no more to one mailbox, to one domain and in all than the limits allow. A request that is too
   * much stays without a mail and is counted as {@code leads.consent.unasked}: it stays asked for until its
   * deadline, and who ticks the box again later is asked then.
   */
  public void ask(LeadId lead) {
    if (leads.lockIfKnown(lead)) {
      toBeAsked(table.standing(lead)).filter(this::isWithinLimits).ifPresent(optIn::post);
    }
  }

  private Optional<ConsentRequest> toBeAsked(ConsentStanding standing) {
    boolean isOpen = standing.is(REQUESTED) || standing.is(GIVEN);
    return !isOpen ? Optional.empty() : table.requests(standing.lead()).stream()
        .filter(request -> request.isFor(Purpose.NURTURE))
        .reduce((older, newer) -> newer)
        .filter(request -> !request.isAsked() && request.isValidAt(now()))
        .filter(request -> standing.is(REQUESTED) || lacksSomeOf(request));
  }

  private boolean lacksSomeOf(ConsentRequest request) {
    return table.history(request.lead()).lacksSomeOf(request.purposes());
  }

  private boolean isWithinLimits(ConsentRequest request) {
    return optInLimits.admit(leads.get(request.lead()).contact().email());
  }

  /**
   * Whether the lead has to confirm its address before we do anything: it ticked the box, and did not ask to
   * be contacted.
   */
  public boolean isAwaited(LeadId lead) {
    return table.standing(lead).is(REQUESTED) && !leads.get(lead).askedForContact();
  }

  /** Whether the lead may get nurture mails. */
  public boolean isGiven(LeadId lead) {
    return table.standing(lead).is(GIVEN);
  }

  /** Whether the lead agreed to that, and did not withdraw it. */
  public boolean isGiven(LeadId lead, Purpose purpose) {
    return purpose == Purpose.NURTURE ? isGiven(lead) : table.history(lead).isGiven(purpose);
  }

  /**
   * Names the consents by which these leads get nurture mails, as {@code <lead>:<request>} or {@code
   * <lead>:basis:<n>}, of those that get any.
   */
  public Map<LeadId, String> allowing(Collection<LeadId> leads) {
    return table.standings(leads).stream()
        .filter(standing -> standing.is(GIVEN) && standing.allowedBy() != null)
        .collect(Collectors.toMap(ConsentStanding::lead, ConsentStanding::allowedBy));
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
    return Date.from(table.lastDeadline(lead).orElse(now()));
  }

  /**
   * Nothing from now on: neither nurture mails nor anything else that the lead agreed to. Repeatable: the first
   * withdrawal counts, and the last one as well against what others report.
   *
   * @param how such as {@code link} or the rep's name
   */
  public void withdraw(LeadId lead, String how) {
    withdraw(lead, how, EnumSet.allOf(Purpose.class));
  }

  /** Like {@link #withdraw(LeadId, String)}, but only for these purposes. Without NURTURE, mails go on. */
  public void withdraw(LeadId lead, String how, Set<Purpose> purposes) {
    if (leads.lockIfKnown(lead)) {
      withdrawLocked(lead, how, purposes);
    }
  }

  private void withdrawLocked(LeadId lead, String how, Set<Purpose> purposes) {
    String by = Objects.requireNonNullElse(Browser.cut(how, 200), "unknown");
    ConsentStanding standing = table.lock(lead);
    Set<Purpose> ending = table.history(lead).stillOpen(purposes);
    if (purposes.contains(Purpose.NURTURE)) {
      mails.suppress(leads.get(lead).contact().email().value(), "Consent withdrawn: " + by);
    }
    if (!ending.isEmpty()) {
      table.add(lead, Kind.WITHDRAWN, ending, by, now());
      if (ending.contains(Purpose.NURTURE)) {
        endMails(standing, by);
      }
    }
  }

  private void endMails(ConsentStanding standing, String how) {
    LeadId lead = standing.lead();
    table.save(standing.withdrawn(now(), how));
    table.closeRequests(lead, now());
    if (standing.is(REQUESTED)) {
      events.publishEvent(new ConsentRefused(lead));
    }
    events.publishEvent(new ConsentWithdrawn(lead));
  }

  /**
   * A legal basis that did not come about here. Goes on where the lead's process waits for its confirmation.
   *
   * @param by who reports it
   * @return false if it was reported before: nothing happens then
   * @throws UnknownLead if the lead is gone
   * @throws InvalidBasis naming each field that is wrong; nothing is stored then
   * @throws WithdrawnSince if the person withdrew since, also if it was erased after that; nothing is stored then
   */
  public boolean give(LeadId lead, GivenElsewhere given, String by) {
    leads.lock(lead);
    String address = leads.get(lead).contact().email().value();
    List<FieldFault> faults = given.faults(now());
    if (!faults.isEmpty()) {
      throw new InvalidBasis(faults);
    }
    ConsentStanding standing = table.lock(lead);
    RecordedBasis basis = recorded(given, table.bases(lead).size() + 1, by);
    refuseIfWithdrawnSince(table.history(lead), basis);
    if (table.bases(lead).stream().anyMatch(basis::isSameAs)) {
      return false;
    }
    boolean opensMails = basis.purposes().contains(Purpose.NURTURE) && !isDoubleOptIn(standing);
    if (opensMails) {
      allowMails(address, basis);
    }
    table.add(lead, basis);
    table.add(lead, Kind.GIVEN, basis.purposes(), "basis " + basis.number(), now());
    if (opensMails) {
      table.save(standing.given(basis.basis(), lead + ":basis:" + basis.number(), now()));
      events.publishEvent(new ConsentGiven(lead));
    }
    return true;
  }

  private RecordedBasis recorded(GivenElsewhere given, int number, String by) {
    List<String> conditions = given.isForCustomer() ? CustomerConditions.NAMES : List.of();
    return new RecordedBasis(
        number, Objects.requireNonNull(given.basis()), given.allPurposes(),
        Objects.requireNonNull(given.document()).strip(), conditions,
        Objects.requireNonNull(given.givenAt()).truncatedTo(ChronoUnit.MICROS), now(), by);
  }

  /** The address remembers withdrawals that we do not: those of a person who was erased since. */
  private void allowMails(String address, RecordedBasis basis) {
    if (basis.isForCustomer() && !mails.allow(address, Instant.EPOCH)) {
      throw WithdrawnSince.objection();
    }
    if (!mails.allow(address, basis.givenAt())) {
      throw new WithdrawnSince();
    }
  }

  private static void refuseIfWithdrawnSince(ConsentHistory history, RecordedBasis basis) {
    if (basis.isForCustomer() && history.withdrawnAt(Purpose.NURTURE).isPresent()) {
      throw WithdrawnSince.objection();
    }
    for (Purpose purpose : basis.purposes()) {
      history.withdrawnAt(purpose).filter(at -> !basis.givenAt().isAfter(at)).ifPresent(at -> {
        throw new WithdrawnSince(purpose, at);
      });
    }
  }

  /** What was confirmed to ourselves is worth more than what others say. */
  private static boolean isDoubleOptIn(ConsentStanding standing) {
    return standing.is(GIVEN) && standing.basis() == Basis.DOUBLE_OPT_IN;
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

  /** All that we can show. */
  @Transactional(readOnly = true)
  public ConsentProof proof(LeadId lead) {
    return proofs.of(lead);
  }

  /** What we can show about somebody who was erased: oldest first, and only to who names the address. */
  @Transactional(readOnly = true)
  public List<ArchivedProof> archivedProofs(String address) {
    return archive.of(address);
  }

  /** What has had its time: archived proofs, and networks of sign-ups that nobody confirmed. */
  @Override
  public void forget() {
    forgetExpiredProofs();
    forgetNetworks();
  }

  /** @return how many archived proofs had had their time */
  int forgetExpiredProofs() {
    return archive.deleteUntil(now());
  }

  /**
   * Forgets from where sign-ups came that nobody confirmed in time. Those that were confirmed keep it: it is a
   * part of their proof.
   *
   * @return how many
   */
  int forgetNetworks() {
    return table.forgetNetworks(now().minus(settings.networks()));
  }

  /** Who was signed up from there says that it was somebody else: two in a month are too many. */
  public static Limited complaintsOf(String network) {
    return new Limited("refused-ip:" + network, List.of(COMPLAINTS));
  }

  /** The owner of the address says that somebody else typed it in: that counts against where it was typed in. */
  void refuse(ConsentRequest request) {
    if (leads.lockIfKnown(request.lead())) {
      refuseLocked(request);
    }
  }

  private void refuseLocked(ConsentRequest request) {
    boolean isNew = !table.lock(request.lead()).is(WITHDRAWN);
    withdraw(request.lead(), ConsentStanding.NOT_ME);
    optInLimits.leaveInPeace(leads.get(request.lead()).contact().email());
    String ip = request.signUp().ip();
    if (isNew && ip != null) {
      Network.find(ip).ifPresent(network -> limits.note(complaintsOf(network)));
    }
  }

  private ConsentRequest nextRequest(LeadId lead, SignUp signUp) {
    int number = table.lastNumber(lead) + 1;
    Map<Purpose, Wording> boxes = signUp.purposes().stream()
        .collect(Collectors.toMap(Function.identity(), purpose -> wordings.of(purpose, signUp.shownIn())));
    Browser from = new Browser(signUp.ip(), signUp.userAgent());
    SignUp kept = new SignUp(
        signUp.purposes(), signUp.shownIn(),
        Objects.requireNonNullElse(Browser.cut(signUp.addressAsTyped(), 1000), ""),
        Browser.cut(signUp.form(), 200), Browser.cut(signUp.formVersion(), 100), from.ip(), from.userAgent());
    return new ConsentRequest(
        lead, number, boxes, kept, now(), now().plus(settings.deadline()), null, null, Browser.UNKNOWN);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
