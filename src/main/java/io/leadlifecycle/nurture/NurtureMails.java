package io.leadlifecycle.nurture;

import io.leadlifecycle.PublicAddress;
import io.leadlifecycle.calendar.Place;
import io.leadlifecycle.consent.CompanySettings;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailOrder;
import io.leadlifecycle.mail.Mails;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Addresses the mails of the sequences, and fills in what their templates ask for. */
@Component
class NurtureMails {

  private final Mails mails;
  private final Consent consent;
  private final NurtureSettings settings;
  private final CompanySettings company;
  private final PublicAddress publicAddress;

  NurtureMails(
      Mails mails,
      Consent consent,
      NurtureSettings settings,
      CompanySettings company,
      PublicAddress publicAddress) {
    this.mails = mails;
    this.consent = consent;
    this.settings = settings;
    this.company = company;
    this.publicAddress = publicAddress;
  }

  /** @return how things stand when the mail waits */
  Standing post(Standing standing, Turn turn) {
    MailOrder order = order(standing, turn);
    return standing.posted(order, mails.postAtCommit(order));
  }

  /**
   * Writes down that a mail does not go, and why.
   *
   * @return how things stand then
   */
  Standing leaveOut(Standing standing, LeftOut leftOut) {
    return standing.told(mails.skipAtCommit(order(standing, leftOut.turn()), leftOut.reason()));
  }

  /** Whoever gets or misses a mail has agreed to it: without consent, no sequence runs. */
  private MailOrder order(Standing standing, Turn turn) {
    Lead lead = standing.lead();
    Contact contact = lead.contact();
    return new MailOrder(
        turn.key(),
        MailClass.NURTURE,
        lead.id().toString(),
        Objects.requireNonNull(standing.situation().consent()),
        contact.email().value(),
        contact.displayName(),
        contact.locale(),
        placeOf(lead),
        turn.mail(),
        values(lead),
        turn.expiry());
  }

  PlannedMail announce(Lead lead, Turn turn) {
    return new PlannedMail(
        turn.sequence().key(), turn.number(), turn.mail(), subject(lead, turn), turn.at());
  }

  LeftOutMail tell(Lead lead, LeftOut leftOut) {
    Turn turn = leftOut.turn();
    return new LeftOutMail(
        turn.sequence().key(), turn.number(), turn.mail(), subject(lead, turn), leftOut.reason(), turn.due());
  }

  private String subject(Lead lead, Turn turn) {
    return mails.subject(turn.mail(), lead.contact().locale(), values(lead));
  }

  /** The gate finds the same turn by the mail's reference. */
  static Place placeOf(Lead lead) {
    return new Place(lead.contact().timeZone(), lead.contact().country()).of(lead.id().toString());
  }

  private Map<String, String> values(Lead lead) {
    Contact contact = lead.contact();
    return Map.of(
        "firstName", text(contact.firstName()),
        "lastName", text(contact.lastName()),
        "company", text(contact.company()),
        "senderName", settings.senderName(),
        "companyName", company.name(),
        "imprint", company.imprint(),
        "unsubscribe", consent.unsubscribeLink(lead.id()),
        "preferences", consent.preferencesLink(lead.id()),
        "publicAddress", publicAddress.toString());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
