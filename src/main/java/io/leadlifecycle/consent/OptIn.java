package io.leadlifecycle.consent;

import static io.leadlifecycle.consent.OptIn.Status.CONFIRMED;
import static io.leadlifecycle.consent.OptIn.Status.EXPIRED;
import static io.leadlifecycle.consent.OptIn.Status.OPEN;
import static io.leadlifecycle.consent.OptIn.Status.UNKNOWN;

import io.leadlifecycle.consent.ConsentEvent.Kind;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailOrder;
import io.leadlifecycle.mail.Mails;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mail that asks a lead to confirm its address, and the answer to it. */
@Component
class OptIn {

  /** What the link of an opt-in mail is good for. */
  enum Status {
    OPEN,
    CONFIRMED,
    EXPIRED,
    UNKNOWN
  }

  private final ConsentTable table;
  private final Leads leads;
  private final Mails mails;
  private final Links links;
  private final CompanySettings company;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OptIn(
      ConsentTable table,
      Leads leads,
      Mails mails,
      Links links,
      CompanySettings company,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.leads = leads;
    this.mails = mails;
    this.links = links;
    this.company = company;
    this.events = events;
    this.clock = clock;
  }

  /** Posts the mail of this request. To be called once, with the lead locked. */
  void post(ConsentRequest request) {
    OptInToken token = OptInToken.random();
    table.setToken(request, token.hash());
    mails.post(mail(request, leads.get(request.lead()).contact(), token));
  }

  /** The request that a link belongs to. */
  Optional<ConsentRequest> find(String token) {
    return table.ofToken(new OptInToken(token).hash());
  }

  Status status(ConsentRequest request) {
    return status(table.standing(request.lead()), request);
  }

  /** Takes the confirmation if the link is still open. Repeatable. Of a lead that was erased, no link is known. */
  @Transactional
  public Status confirm(ConsentRequest request, Browser from) {
    return leads.lockIfKnown(request.lead()) ? confirmLocked(request, from) : UNKNOWN;
  }

  private Status confirmLocked(ConsentRequest request, Browser from) {
    ConsentStanding standing = table.lock(request.lead());
    ConsentRequest now = table.again(request);
    Status status = status(standing, now);
    if (status == OPEN) {
      give(standing, now, from);
      return CONFIRMED;
    }
    return status;
  }

  private Status status(ConsentStanding standing, ConsentRequest request) {
    if (!request.isGiven() && request.isValidAt(clock.instant())) {
      return OPEN;
    }
    return standing.is(ConsentState.GIVEN) ? CONFIRMED : EXPIRED;
  }

  private void give(ConsentStanding standing, ConsentRequest request, Browser from) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Set<Purpose> given = table.history(request.lead()).confirmedBy(request);
    table.setGiven(request, from, now);
    table.add(request.lead(), Kind.GIVEN, given, "request " + request.number(), now);
    table.save(standing.given(Basis.DOUBLE_OPT_IN, request.reference(), now));
    mails.allow(leads.get(request.lead()).contact().email().value());
    events.publishEvent(new ConsentGiven(request.lead()));
  }

  private MailOrder mail(ConsentRequest request, Contact contact, OptInToken token) {
    String link = links.confirm(token);
    return new MailOrder(
        request.mailKey(),
        MailClass.SERVICE,
        request.lead().toString(),
        null,
        contact.email().value(),
        contact.displayName(),
        request.locale(),
        null,
        "opt-in",
        Map.of(
            "firstName", contact.firstName() == null ? "" : contact.firstName(),
            "companyName", company.name(),
            "confirm", link,
            "notMe", link,
            "imprint", company.imprint(),
            "privacy", company.privacy()),
        request.validUntil());
  }
}
