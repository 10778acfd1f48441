package io.leadlifecycle.smtp;

import io.leadlifecycle.smtp.Answer.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail server: takes mails, and tells for sure, where that can be told, whether they were sent. */
public class SmtpRelay {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpRelay.class);

  private final RelaySettings settings;
  private final Session session;

  public SmtpRelay(RelaySettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(RelaySettings settings) {
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

  /** How many mails may be handed over at the same time. */
  public int connections() {
    return settings.connections();
  }

  /** No mail takes longer, whatever the server does. */
  public Duration longestConversation() {
    return settings.conversation();
  }

  /** Tries to reach the server, unless a connection is open. Empty if it can be used, else why not. */
  public Optional<String> outage() {
    return Optional.empty();
  }

  /**
   * Hands over one mail. Threads may call it at the same time. It does not take longer than the setting {@code
   * conversation}.
   *
   * @param lastLook asked when all but the final dot was sent: on {@code false} the server gets no mail
   */
  public Answer send(MimeMessage message, BooleanSupplier lastLook) {
    PhasedTransport transport = new PhasedTransport(session, lastLook);
    try {
      transport.connect(
          settings.host(), settings.port(), login(settings.username()), login(settings.password()));
    } catch (MessagingException unreachable) {
      return new Answer(Kind.DOWN, "The mail server cannot be used: " + unreachable.getMessage());
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
