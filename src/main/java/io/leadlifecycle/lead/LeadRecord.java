package io.leadlifecycle.lead;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A lead as it is kept. Writes only the columns that changed: a rep and the process may work on it at once. */
@Entity
@Table(name = "lead")
@DynamicUpdate
class LeadRecord implements Persistable<UUID> {

  @Id private UUID id;
  private String email;
  private @Nullable String firstName;
  private @Nullable String lastName;
  private @Nullable String company;
  private @Nullable String website;
  private @Nullable String phone;
  private @Nullable String role;
  private @Nullable String country;
  private @Nullable String industry;
  private @Nullable Integer employees;
  private @Nullable Integer budget;

  @Enumerated(EnumType.STRING)
  private @Nullable CustomerType customerType;

  private String locale;
  private String timeZone;
  private @Nullable String source;
  private boolean askedForContact;

  @Enumerated(EnumType.STRING)
  private @Nullable Fit fit;

  private @Nullable String fitReason;
  private @Nullable String fitBy;

  @Enumerated(EnumType.STRING)
  private Stage stage = Stage.CAPTURED;

  private Instant stageSince;
  private boolean running;
  private Instant capturedAt;

  @Transient private boolean fresh;
  @Transient private boolean held;
  @Transient private @Nullable EmailAddress address;

  protected LeadRecord() {}

  /** A new one, marked as running: {@link Leads} sees to it that a process begins, or takes that back. */
  LeadRecord(LeadId id, Contact contact, Instant now) {
    this.id = id.value();
    email = contact.email().value();
    address = contact.email();
    locale = contact.locale().toLanguageTag();
    timeZone = contact.timeZone().getId();
    stageSince = now;
    capturedAt = now;
    fresh = true;
    held = true;
    running = true;
    fillGaps(contact);
  }

  /** A form says what it likes about an address: what we know already stays. */
  void fillGaps(Contact contact) {
    if (country == null && contact.country() != null) {
      timeZone = contact.timeZone().getId();
    }
    firstName = firstName == null ? contact.firstName() : firstName;
    lastName = lastName == null ? contact.lastName() : lastName;
    company = company == null ? contact.company() : company;
    website = website == null ? contact.website() : website;
    phone = phone == null ? contact.phone() : phone;
    role = role == null ? contact.role() : role;
    country = country == null ? contact.country() : country;
    industry = industry == null ? contact.industry() : industry;
    employees = employees == null ? contact.employees() : employees;
    budget = budget == null ? contact.budget() : budget;
    customerType = customerType == null ? contact.customerType() : customerType;
    source = source == null ? contact.source() : source;
  }

  /** From now on nobody else writes it until the transaction ends, and what was read of it stays true. */
  void hold() {
    held = true;
  }

  /** One that this transaction made is held as well: nobody else sees it yet. */
  boolean isHeld() {
    return held;
  }

  void asksForContact() {
    askedForContact = true;
  }

  void amend(@Nullable String website, @Nullable String phone) {
    this.website = website == null ? this.website : website;
    this.phone = phone == null ? this.phone : phone;
  }

  void judge(Fit fit, String reason, @Nullable String by) {
    this.fit = fit;
    fitReason = reason;
    fitBy = by;
  }

  boolean mayBegin() {
    return !running && stage != Stage.CUSTOMER;
  }

  /** @return false if it may not */
  boolean begin() {
    boolean free = mayBegin();
    running = running || free;
    return free;
  }

  void leave() {
    running = false;
  }

  void enter(Stage stage, Instant now) {
    this.stage = stage;
    stageSince = now;
    running = !stage.isEnd();
  }

  boolean isRunning() {
    return running;
  }

  boolean isIn(Stage other) {
    return running && stage == other;
  }

  Lead toLead() {
    return new Lead(
        new LeadId(id), contact(), stage, stageSince, fit, fitReason, fitBy, askedForContact, capturedAt);
  }

  /** Once for each time that it is read: checking an address is slow, and a record is shown again and again. */
  private EmailAddress address() {
    address = address == null ? new EmailAddress(email) : address;
    return address;
  }

  private Contact contact() {
    return new Contact(
        address(), firstName, lastName, company, website, phone, role, country, industry,
        employees, budget, customerType, Locale.forLanguageTag(locale), ZoneId.of(timeZone), source);
  }

  @Override
  public UUID getId() {
    return id;
  }

  /** Ids are given before saving: without this each insert would first look the row up. */
  @Override
  public boolean isNew() {
    return fresh;
  }
}
