package io.leadlifecycle.mail;

import io.leadlifecycle.letter.Letter;
import io.leadlifecycle.letter.Letters;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Puts letters into MIME messages. */
@Component
class Envelopes {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final Session NO_SESSION = Session.getInstance(new Properties());

  private final Letters letters;
  private final InternetAddress from;

  Envelopes(Letters letters, MailSettings settings) {
    this.letters = letters;
    this.from = sender(settings.from());
  }

  private static InternetAddress sender(String from) {
    try {
      InternetAddress sender = new InternetAddress(from, true);
      sender.setPersonal(sender.getPersonal(), UTF_8);
      return sender;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException("leads.mail.from is no mail address: " + from, e);
    }
  }

  /** The same for the same key, so that a mail program can tell a mail that was sent again. */
  String messageId(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
      return HexFormat.of().formatHex(hash, 0, 16) + "@" + domain;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** @throws UnusableTemplate if the letter cannot be written */
  MimeMessage seal(DueMail mail, Instant now) throws MessagingException {
    Letter letter = letters.write(mail.template(), mail.locale(), mail.values());
    MimeMessage message = new IdentifiedMessage(mail.messageId());
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, recipient(mail));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(now));
    message.setContent(alternatives(letter));
    addHeaders(mail, message);
    message.saveChanges();
    return message;
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

  /** One-click unsubscription as in RFC 8058; what nobody wrote by hand is marked so as in RFC 3834. */
  private static void addHeaders(DueMail mail, MimeMessage message) throws MessagingException {
    if (mail.mailClass() == MailClass.NURTURE) {
      message.setHeader("List-Unsubscribe", "<" + OneLine.of(mail.values().get("unsubscribe")) + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    } else {
      message.setHeader("Auto-Submitted", "auto-generated");
    }
  }

  private static final class IdentifiedMessage extends MimeMessage {

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
