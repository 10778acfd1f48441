package io.leadlifecycle.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.MimeMessageHelper;

/** A letter as long as those of the example company, as plain text and as HTML. */
final class SampleMail {

  private static final String PARAGRAPH = """
      Waiting time. The work takes minutes, the waiting in between takes days. Measure both on ten real cases \
      instead of guessing, and show how far the two are apart: it is the line that you will be asked about first.
      """;

  static final String SUBJECT = "Your business case: three lines that matter";

  private SampleMail() {}

  static String text(String name) {
    return "Hello " + name + ",\n\n" + (PARAGRAPH + "\n").repeat(6) + "Best regards\n\nAnna Example\n";
  }

  static String html(String name) {
    return "<!doctype html>\n<html lang=\"en\"><body style=\"margin:0;padding:0;background:#f3f4f6\">\n<p>Hello "
        + name + ",</p>\n" + ("<p style=\"margin:0 0 1em\">" + PARAGRAPH + "</p>\n").repeat(6)
        + "<p>Best regards</p><p>Anna Example</p></body></html>\n";
  }

  /** Fills it in. */
  static MimeMessage write(MimeMessage mail, String recipient, String text, String html)
      throws MessagingException {
    MimeMessageHelper letter = new MimeMessageHelper(mail, true, "UTF-8");
    letter.setFrom("leads@example.com");
    letter.setTo(recipient);
    letter.setSubject(SUBJECT);
    letter.setText(text, html);
    return mail;
  }
}
