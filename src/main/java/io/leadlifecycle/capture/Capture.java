package io.leadlifecycle.capture;

import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.NewActivity;
import io.leadlifecycle.activity.Offer;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.Purpose;
import io.leadlifecycle.consent.SignUp;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes leads in. Every way in ends here. */
@Component
public class Capture {

  private final LeadFields fields;
  private final CaptureSettings settings;
  private final Leads leads;
  private final Consent consent;
  private final Activities activities;

  Capture(LeadFields fields, CaptureSettings settings, Leads leads, Consent consent, Activities activities) {
    this.fields = fields;
    this.settings = settings;
    this.leads = leads;
    this.consent = consent;
    this.activities = activities;
  }

  /**
   * Checks the fields, keeps or completes the lead, its request for consent and its activity, all in the
   * caller's transaction.
   *
   * @param given by name as in the README; values are text, whole numbers or booleans
   * @throws InvalidLead naming each field that is wrong; nothing is stored then
   */
  @Transactional
  public Captured take(Map<String, ?> given) {
    FilledFields filled = fields.fill(given);
    Contact contact = contact(filled);
    Offer offer = filled.get(fields.offer);
    var lead = leads.register(contact, offer != null && offer.kind().asksForContact());
    if (offer != null) {
      activities.record(lead.id(), interestIn(offer));
    }
    Set<Purpose> purposes = purposes(filled);
    if (!purposes.isEmpty()) {
      request(lead.id(), signUp(purposes, contact, given, filled));
    }
    return new Captured(lead.id(), lead.isNew());
  }

  /** @param isNew whether the address was not known before */
  public record Captured(LeadId lead, boolean isNew) {}

  /** A new process will ask by itself; one that is under way may be past that point. */
  private void request(LeadId lead, SignUp signUp) {
    consent.request(lead, signUp);
    if (leads.isRunning(lead)) {
      consent.ask(lead);
    }
  }

  private Set<Purpose> purposes(FilledFields filled) {
    Map<Purpose, Field<Boolean>> boxes = Map.of(
        Purpose.NURTURE, fields.consent,
        Purpose.MEASURING, fields.consentMeasuring,
        Purpose.PHONE, fields.consentPhone);
    return boxes.keySet().stream()
        .filter(purpose -> Boolean.TRUE.equals(filled.get(boxes.get(purpose))))
        .collect(Collectors.toSet());
  }

  private SignUp signUp(Set<Purpose> purposes, Contact contact, Map<String, ?> given, FilledFields filled) {
    return new SignUp(
        purposes,
        contact.locale(),
        String.valueOf(given.get(fields.email.name())),
        filled.get(fields.form),
        filled.get(fields.formVersion),
        filled.get(fields.ipAddress),
        filled.get(fields.userAgent));
  }

  private static NewActivity interestIn(Offer offer) {
    return new NewActivity(
        "capture:" + UUID.randomUUID(), offer.kind(), offer.key(), offer.stage(), null, null);
  }

  private Contact contact(FilledFields filled) {
    String country = filled.get(fields.country);
    return new Contact(
        Objects.requireNonNull(filled.get(fields.email)),
        filled.get(fields.firstName),
        filled.get(fields.lastName),
        filled.get(fields.company),
        filled.get(fields.website),
        filled.get(fields.phone),
        filled.get(fields.role),
        country,
        filled.get(fields.industry),
        filled.get(fields.employees),
        filled.get(fields.budget),
        filled.get(fields.customerType),
        locale(filled, country),
        timeZone(filled, country),
        filled.get(fields.source));
  }

  private Locale locale(FilledFields filled, @Nullable String country) {
    Locale said = filled.get(fields.locale);
    return said == null ? settings.localeIn(country) : said;
  }

  private ZoneId timeZone(FilledFields filled, @Nullable String country) {
    ZoneId said = filled.get(fields.timeZone);
    return said == null ? settings.timeZoneIn(country) : said;
  }
}
