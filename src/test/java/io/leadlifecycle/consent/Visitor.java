package io.leadlifecycle.consent;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.calendar.Place;
import io.leadlifecycle.consent.OptIn.Status;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailOrder;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.PersonalData;
import io.leadlifecycle.smtp.SandboxInbox;
import io.leadlifecycle.smtp.SandboxMail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody new who reads German, ticks boxes and reads mails. */
final class Visitor {

  static final String IP = "203.0.113.7";

  private static final Place UTC = new Place(ZoneOffset.UTC, null);

  private static final Pattern CONFIRM = Pattern.compile("http://localhost:8080/confirm/([\\w-]{43})");

  private static final Map<String, String> NEWS =
      Map.of("unsubscribe", "http://localhost:8080/unsubscribe/x", "imprint", "Bau AG");

  final TestModules intake;
  final Consent consent;
  final LeadId lead;

  Visitor(TestModules intake) {
    this(intake, UUID.randomUUID() + "@bau.example");
  }

  private Visitor(TestModules intake, String address) {
    this.intake = intake;
    consent = intake.get(Consent.class);
    lead = intake.get(Leads.class).register(contact(address), false).id();
  }

  /** The same mailbox by another address. */
  Visitor withTag(String tag) {
    return new Visitor(intake, address().replace("@", "+" + tag + "@"));
  }

  /** The same person, captured anew after it was erased. */
  Visitor erased(Erasure why) {
    String address = address();
    intake.transaction().executeWithoutResult(status -> erase(why));
    return new Visitor(intake, address);
  }

  /** In the caller's transaction, the lead held first, as the program does it. */
  void erase(Erasure why) {
    Person person = new Person(lead.value(), address());
    intake.get(Leads.class).hold(lead, new EmailAddress(address()));
    intake.all(PersonalData.class).forEach(part -> part.erase(person, why));
  }

  int rowsOfItsConsent() {
    JdbcClient jdbc = intake.get(JdbcClient.class);
    return Stream.of("consent", "consent_request", "consent_event", "consent_basis")
        .mapToInt(table -> jdbc.sql("select count(*) from " + table + " where lead_id = ?")
            .param(lead.value()).query(Integer.class).single())
        .sum();
  }

  Instant now() {
    return intake.clock().instant();
  }

  void passes(Duration time) {
    intake.clock().tick(time);
  }

  void ticksTheBox() {
    ticks(Purpose.NURTURE);
  }

  void ticks(Purpose... boxes) {
    ticks(IP, boxes);
  }

  /** As some other system reports it. */
  void ticksTheBoxFrom(String network) {
    ticks(network, Purpose.NURTURE);
  }

  private void ticks(String network, Purpose... boxes) {
    consent.request(lead, new SignUp(
        Set.of(boxes), Locale.GERMAN, "Someone@Bau.example", "forms/guide", "7", network, "Firefox/1"));
    consent.ask(lead);
  }

  void asksForACall() {
    Leads leads = intake.get(Leads.class);
    leads.register(leads.get(lead).contact(), true);
  }

  List<MailEntry> mails() {
    return intake.get(Mails.class).of(lead.toString());
  }

  /** Of the newest opt-in mail that arrived. */
  String token() {
    intake.get(Mails.class).dispatch();
    return intake.get(SandboxInbox.class).mails().stream()
        .filter(mail -> mail.to().equals(address()))
        .map(SandboxMail::text)
        .flatMap(text -> CONFIRM.matcher(text).results().limit(1))
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  Status confirms() {
    return confirms(token());
  }

  Status confirms(String token) {
    OptIn optIn = intake.get(OptIn.class);
    return optIn.confirm(optIn.find(token).orElseThrow(), new Browser("203.0.113.9", "Test/1"));
  }

  /** Presses "that was not me" in the newest opt-in mail. */
  void refuses() {
    consent.refuse(intake.get(OptIn.class).find(token()).orElseThrow());
  }

  /** What becomes of a nurture mail that somebody posts in spite of all, once send hours begin. */
  MailState nextMail() {
    Mails mails = intake.get(Mails.class);
    String key = UUID.randomUUID().toString();
    mails.post(new MailOrder(
        key, MailClass.NURTURE, "test", "test:1", address(), "", Locale.ENGLISH, UTC, "news", NEWS, null));
    mails.dispatch();
    for (int i = 0; i < 40 && !mails.find(key).orElseThrow().state().isFinal(); i++) {
      passes(Duration.ofHours(4));
      mails.dispatch();
    }
    return mails.find(key).orElseThrow().state();
  }

  /** Of this visitor only. */
  <T> List<T> heard(Class<T> fact) {
    return intake.published(fact).stream()
        .filter(event -> event.toString().contains(lead.toString()))
        .toList();
  }

  String address() {
    return intake.get(Leads.class).get(lead).contact().email().value();
  }

  private static Contact contact(String address) {
    return new Contact(
        new EmailAddress(address), "Erika", null, null, null, null, null, null, null, null, null, null,
        Locale.GERMAN, ZoneOffset.UTC, null);
  }

  @Override
  public String toString() {
    return intake.toString();
  }
}
