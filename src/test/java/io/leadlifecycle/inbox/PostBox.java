package io.leadlifecycle.inbox;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.leadlifecycle.TestModules;
import io.leadlifecycle.calendar.Place;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.ConsentProof;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailOrder;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.mail.Returns;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.PersonalData;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mailbox on this machine, with what writes to it, and nodes that read it. */
final class PostBox implements AutoCloseable {

  static final String USER = "answers";
  static final String PASSWORD = "secret";
  private static final Map<String, String> NEWS =
      Map.of("unsubscribe", "http://localhost:8080/unsubscribe/x", "imprint", "Bau AG");

  final TestModules intake;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final InboxHealth health;
  final Inbox inbox;
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final GreenMailUser user;

  PostBox(TestModules intake) {
    this.intake = intake;
    server.start();
    user = server.setUser("answers@example.com", USER, PASSWORD);
    health = new InboxHealth(intake.clock());
    inbox = node();
  }

  Inbox node() {
    return node(PASSWORD, intake.get(Consent.class));
  }

  Inbox node(String password, Consent consent) {
    InboxSettings settings = settings(password);
    Secretary secretary = new Secretary(
        consent, intake.get(Leads.class), intake.get(Mails.class), intake.get(Returns.class), settings);
    return new Inbox(new Mailbox(settings), secretary, health, meters);
  }

  Mailbox mailbox() {
    return new Mailbox(settings(PASSWORD));
  }

  InboxSettings settings(String password) {
    return new InboxSettings(
        "127.0.0.1", server.getImap().getPort(), USER, password, InboxSettings.Encryption.NONE, "INBOX",
        Duration.ofMinutes(1), List.of("stop", "abmelden", "keine mails"));
  }

  /** Headers and text as they go over the wire, one line per line. */
  void gets(String source) {
    gets(source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  void gets(byte[] source) {
    try {
      user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source)));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** What a mail program would show of each mail, in order: seen, flagged or new. */
  List<String> looks() {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", server.getImap().getPort(), USER, PASSWORD);
      Folder folder = store.getFolder("INBOX");
      folder.open(Folder.READ_ONLY);
      List<String> looks = new ArrayList<>();
      for (Message mail : folder.getMessages()) {
        looks.add(mail.isSet(Flag.SEEN) ? "seen" : mail.isSet(Flag.FLAGGED) ? "flagged" : "new");
      }
      return looks;
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  double counted(String outcome) {
    return meters.counter("leads.inbox.mails", "outcome", outcome).count();
  }

  LeadId lead() {
    return intake.lead();
  }

  String addressOf(LeadId lead) {
    return intake.get(Leads.class).get(lead).contact().email().value();
  }

  ConsentProof consent(LeadId lead) {
    return intake.get(Consent.class).proof(lead);
  }

  String token(LeadId lead) {
    String link = intake.get(Consent.class).unsubscribeLink(lead);
    return link.substring(link.lastIndexOf('/') + 1);
  }

  /** The lead is gone, and its address is remembered by nobody but the gate. */
  void erase(LeadId lead) {
    Person person = new Person(lead.value(), addressOf(lead));
    intake.transaction().executeWithoutResult(
        status -> intake.all(PersonalData.class).forEach(part -> part.erase(person, Erasure.TIME_IS_UP)));
  }

  /** Whether nurture mails go to that address, for a lead that is new. */
  boolean writesTo(String address) {
    String key = UUID.randomUUID().toString();
    Mails mails = intake.get(Mails.class);
    mails.post(new MailOrder(
        key, MailClass.NURTURE, "new", "new:1", address, "", Locale.ENGLISH, new Place(ZoneOffset.UTC, null), "news",
        NEWS, null));
    intake.clock().tick(Duration.ofDays(2));
    mails.dispatch();
    return mails.find(key).orElseThrow().state() == MailState.SENT;
  }

  /** A mail that went to the lead, or would have but for what became of its address. */
  MailEntry mailTo(LeadId lead, MailClass mailClass) {
    Mails mails = intake.get(Mails.class);
    String key = UUID.randomUUID().toString();
    mails.post(new MailOrder(
        key, mailClass, lead.toString(), consentFor(mailClass, lead), addressOf(lead), "", Locale.ENGLISH,
        new Place(ZoneOffset.UTC, null), "news", NEWS, null));
    intake.clock().tick(Duration.ofDays(2));
    mails.dispatch();
    return mails.find(key).orElseThrow();
  }

  private static @Nullable String consentFor(MailClass mailClass, LeadId lead) {
    return mailClass == MailClass.NURTURE ? lead + ":1" : null;
  }

  void stopServer() {
    server.stop();
  }

  @Override
  public void close() {
    server.stop();
  }
}
