package io.leadlifecycle.mail;

import io.leadlifecycle.Fingerprint;
import io.leadlifecycle.letter.Letter;
import io.leadlifecycle.letter.Letters;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.stereotype.Component;

/** Puts letters into MIME messages. */
@Component
class Envelopes {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final Session NO_SESSION = Session.getInstance(new Properties());

  static {
    // Else the library looks for it in all jars, anew for each part and each word that it encodes.
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  private final Letters letters;
  private final Sender sender;

  Envelopes(Letters letters, MailSettings settings) {
    this.letters = letters;
    this.sender = Sender.of(settings);
  }

  /** The same for the same key, so that a mail program can tell a mail that was sent again. */
  String messageId(String key) {
    return Fingerprint.of(key).substring(0, 32) + "@" + sender.domain();
  }

  /** @throws UnusableTemplate if the letter cannot be written */
  Sealed seal(DueMail mail, Instant now) throws MessagingException {
    Letter letter = letters.write(mail.template(), mail.locale(), mail.values());
    SMTPMessage message = new IdentifiedMessage(mail.messageId());
    message.setEnvelopeFrom(sender.bouncesOf(mail.messageId()));
    message.setFrom(sender.from());
    message.setRecipient(RecipientType.TO, recipient(mail));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(now));
    message.setContent(alternatives(letter));
    message.setContentLanguage(new String[] {letter.language().toLanguageTag()});
    message.setHeader("Auto-Submitted", "auto-generated");
    if (mail.mailClass() == MailClass.NURTURE) {
      addListHeaders(mail, message);
    }
    message.saveChanges();
    return new Sealed(mail.printed(new Print(Fingerprint.of(letter.text()), letter.version())), message);
  }

  private static InternetAddress recipient(DueMail mail) throws MessagingException {
    InternetAddress recipient = new InternetAddress(mail.address(), true);
    try {
      recipient.setPersonal(mail.name().isBlank() ? null : OneLine.of(mail.name()), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    return recipient;
  }

  /** The plain text goes first: readers show the last part that they can. */
  private static MimeMultipart alternatives(Letter letter) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8, "html");
    return new MimeMultipart("alternative", text, html);
  }

  /** Lets mail programs offer their own button to unsubscribe, and Gmail report which mails annoy readers. */
  private void addListHeaders(DueMail mail, MimeMessage message) throws MessagingException {
    message.setHeader("List-Id", sender.list(mail.values().getOrDefault("companyName", "")));
    message.setHeader("List-Unsubscribe", sender.waysOut(mail.values().get("unsubscribe")));
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    message.setHeader("Feedback-ID", feedbackId(mail.template()));
  }

  /** From the narrow to the broad, and of no use to find out who the reader is. */
  private String feedbackId(String template) {
    String mail = template.replaceAll("[^A-Za-z0-9-]", "-");
    String sequence = mail.replaceFirst("-\\d+$", "");
    return String.join(":", mail, sequence.equals(mail) ? "" : sequence, "nurture", sender.feedbackId());
  }

  private static final class IdentifiedMessage extends SMTPMessage {

    private final String id;

    IdentifiedMessage(String id) {
      super(NO_SESSION);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
