package io.leadlifecycle.bench;

import jakarta.mail.MessagingException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends a mail from the service task, as most would write it: with a sender as Spring Boot makes it. */
final class SenderStep implements BareStep {

  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

  SenderStep(int mailServer) {
    sender.setHost("127.0.0.1");
    sender.setPort(mailServer);
    sender.setDefaultEncoding("UTF-8");
  }

  @Override
  public void take(String instance) {
    try {
      String recipient = instance + "@example.com";
      sender.send(SampleMail.write(
          sender.createMimeMessage(), recipient, SampleMail.text(instance), SampleMail.html(instance)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
