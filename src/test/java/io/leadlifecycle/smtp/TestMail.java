package io.leadlifecycle.smtp;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** A short mail. */
final class TestMail {

  private TestMail() {}

  static MimeMessage to(String recipient) {
    try {
      MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
      mail.setFrom("leads@example.com");
      mail.setRecipients(RecipientType.TO, recipient);
      mail.setSubject("News");
      mail.setText("Hello\n.\n..\n.hidden dots\n");
      mail.saveChanges();
      return mail;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
