package io.leadlifecycle.consent;

import static io.leadlifecycle.consent.OptIn.Status.CONFIRMED;
import static io.leadlifecycle.consent.OptIn.Status.EXPIRED;
import static io.leadlifecycle.consent.OptIn.Status.OPEN;

import io.leadlifecycle.consent.ConsentRequest.Confirmation;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.limits.Limited;
import io.leadlifecycle.limits.Limits;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailOrder;
import io.leadlifecycle.mail.Mails;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    EXPIRED
  }

  private final ConsentTable table;
  private final Leads leads;
  private final Mails mails;
  private final Links links;
  private final Limits limits;
  private final ConsentSettings settings;
  private final CompanySettings company;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OptIn(
      ConsentTable table,
      Leads leads,
      Mails mails,
      Links links,
      Limits limits,
      ConsentSettings settings,
      CompanySettings company,
      ApplicationEventPublisher events,
      Clock clock) {
    this.table = table;
    this.leads = leads;
    this.mails = mails;
    this.links = links;
    this.limits = limits;
    this.settings = settings;
    this.company = company;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Posts the mail of this request, unless its mailbox had too many of them: then the request goes without, until
   * the lead ticks the box again. To be called with the lead's consent locked.
   */
  void postIfAllowed(ConsentRequest request) {
    if (limits.take(new Limited("opt-in:" + mailbox(request), settings.optInMails()))) {
      post(request);
    }
  }

  /** {@code erika+shop@bau.example} and {@code erika@bau.example} are read by the same person. */
  private String mailbox(ConsentRequest request) {
    return leads.get(request.lead()).contact().email().value().replaceFirst("\\+[^@]*@", "@");
  }

  private void post(ConsentRequest request) {
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

  /**
   * Takes the confirmation if the link is still open. Repeatable.
   *
   * @param ip from where the button was pressed
   */
  @Transactional
  public Status confirm(ConsentRequest request, @Nullable String ip, @Nullable String userAgent) {
    ConsentStanding standing = table.lock(request.lead());
    Status status = status(standing, table.again(request));
    if (status == OPEN) {
      give(standing, request, ip, userAgent);
      return CONFIRMED;
    }
    return status;
  }

  private Status status(ConsentStanding standing, ConsentRequest request) {
    if (standing.is(ConsentState.GIVEN)) {
      return CONFIRMED;
    }
    return request.isValidAt(clock.instant()) ? OPEN : EXPIRED;
  }

  private void give(
      ConsentStanding standing, ConsentRequest request, @Nullable String ip, @Nullable String userAgent) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    table.setGiven(request, new Confirmation(now, ip, userAgent));
    table.save(standing.given(request.reference(), now));
    table.log(request.lead(), now, "GIVEN", "double opt-in " + request.reference());
    mails.allow(leads.get(request.lead()).contact().email().value());
    events.publishEvent(new ConsentGiven(request.lead()));
  }

  private MailOrder mail(ConsentRequest request, Contact contact, OptInToken token) {
    String link = links.confirm(token);
    return new MailOrder(
        request.mailKey(),
        MailClass.SERVICE,
        request.lead().toString(),
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
