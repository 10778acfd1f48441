package io.leadlifecycle.mail;

import io.leadlifecycle.mail.Answer.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to the mail server and tells for sure, where that can be told, whether they were sent. */
class SmtpRelay {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpRelay.class);

  private final MailSettings.Relay settings;
  private final Session session;

  SmtpRelay(MailSettings.Relay settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(MailSettings.Relay settings) {
    String timeout = String.valueOf(settings.timeout().toMillis());
    Properties properties = new Properties();
    properties.put("mail.smtp.socketFactory", new PromptSockets());
    properties.put("mail.smtp.connectiontimeout", timeout);
    properties.put("mail.smtp.timeout", timeout);
    properties.put("mail.smtp.writetimeout", timeout);
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.auth", String.valueOf(!settings.username().isEmpty()));
    properties.put("mail.smtp.starttls.enable", String.valueOf(settings.starttls()));
    properties.put("mail.smtp.starttls.required", String.valueOf(settings.starttls()));
    return properties;
  }

  Answer send(MimeMessage message) {
    PhasedTransport transport = new PhasedTransport(session);
    try {
      transport.connect(
          settings.host(), settings.port(), login(settings.username()), login(settings.password()));
    } catch (MessagingException unreachable) {
      return new Answer(Kind.NOT_NOW, "The mail server cannot be used: " + unreachable.getMessage());
    }
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return Answer.ACCEPTED;
    } catch (MessagingException failure) {
      return transport.answer(failure);
    } finally {
      close(transport);
    }
  }

  private static @Nullable String login(String text) {
    return text.isEmpty() ? null : text;
  }

  private static void close(PhasedTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("The mail server did not take our goodbye; the answer stands", e);
    }
  }
}
