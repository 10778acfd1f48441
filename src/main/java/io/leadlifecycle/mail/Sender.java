package io.leadlifecycle.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import org.springframework.web.util.UriUtils;

/**
 * In whose name mails go out, and where answers to them go.
 *
 * @param from name and address
 * @param unsubscribe mailbox for those who want no more
 * @param bounces mailbox for what could not be delivered
 */
record Sender(InternetAddress from, String unsubscribe, String bounces) {

  private static final int LONGEST_LOCAL_PART = 64;
  private static final int MESSAGE_ID = 32;

  /** @throws IllegalArgumentException that names the setting which is no mail address */
  static Sender of(MailSettings settings) {
    InternetAddress from = address("leads.mail.from", settings.from());
    String unsubscribe = mailbox("unsubscribe-mailbox", settings.unsubscribeMailbox(), "unsubscribe", from);
    String bounces = mailbox("bounces", settings.bounces(), "bounces", from);
    if (bounces.indexOf('@') + 1 + MESSAGE_ID > LONGEST_LOCAL_PART) {
      throw new IllegalArgumentException("leads.mail.bounces has too long a name before its @: " + bounces);
    }
    return new Sender(from, unsubscribe, bounces);
  }

  private static String mailbox(String setting, String given, String usual, InternetAddress from) {
    return address("leads.mail." + setting, given.isBlank() ? usual + "@" + domain(from) : given).getAddress();
  }

  private static InternetAddress address(String setting, String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      address.setPersonal(address.getPersonal(), UTF_8.name());
      return address;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException(setting + " is no mail address: " + text, e);
    }
  }

  String domain() {
    return domain(from);
  }

  private static String domain(InternetAddress address) {
    return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
  }

  /** Where a server returns the mail of this Message-ID. Nobody else's mail is returned to the same address. */
  String bouncesOf(String messageId) {
    return bounces.replace("@", "+" + messageId.substring(0, messageId.indexOf('@')) + "@");
  }

  /** By web, then by mail: programs that know both prefer the first (RFC 8058). */
  String waysOut(String unsubscribeLink) {
    String link = OneLine.of(unsubscribeLink).replaceAll("[<> ]", "");
    String token = link.substring(link.lastIndexOf('/') + 1);
    return "<%s>, <mailto:%s?subject=%s>".formatted(link, unsubscribe, UriUtils.encode(token, UTF_8));
  }

  /**
   * Names the list that all nurture mails make up (RFC 2919).
   *
   * @param company whose list it is; if empty, the sender's
   */
  String list(String company) {
    String name = company.isBlank() ? from.getPersonal() : OneLine.of(company);
    try {
      return new InternetAddress("nurture." + domain(), name == null ? domain() : name, UTF_8.name()).toString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java knows UTF-8", e);
    }
  }

  /** Gmail wants 5 to 15 characters, the same in all mails of a sender. */
  String feedbackId() {
    String id = domain().length() < 5 ? domain() + "-mail" : domain();
    return id.substring(Math.max(0, id.length() - 15));
  }
}
