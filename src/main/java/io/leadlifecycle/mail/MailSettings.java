package io.leadlifecycle.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent.
 *
 * @param from name and address of the sender
 * @param secret keys the hashes under which addresses are remembered; the default is for development only
 * @param cap how often an address may get a nurture mail
 * @param lease how long a node may hold a mail before others take it for dead
 * @param batch how many mails a node takes at a time
 */
@ConfigurationProperties("leads.mail")
record MailSettings(
    @DefaultValue("Sandbox <leads@example.com>") String from,
    @DefaultValue("for development only") String secret,
    @DefaultValue("1 per P1D") MailCap cap,
    @DefaultValue("PT5M") Duration lease,
    @DefaultValue("50") int batch,
    @DefaultValue Relay relay) {

  /** A conversation with the server waits for about this many answers, each up to the time-out. */
  private static final int ANSWERS_PER_MAIL = 12;

  MailSettings {
    Duration longest = relay.timeout().multipliedBy(ANSWERS_PER_MAIL);
    if (lease.compareTo(longest) < 0) {
      throw new IllegalArgumentException(
          "leads.mail.lease must be at least %s, %d times leads.mail.relay.timeout"
              .formatted(longest, ANSWERS_PER_MAIL));
    }
  }

  /**
   * The mail server that takes our mails.
   *
   * @param username empty if it asks for no login
   * @param timeout longest wait for each of its answers
   */
  record Relay(
      @DefaultValue("localhost") String host,
      @DefaultValue("25") int port,
      @DefaultValue("") String username,
      @DefaultValue("") String password,
      @DefaultValue("false") boolean starttls,
      @DefaultValue("PT20S") Duration timeout) {

    /** The server of our own on this machine, which asks for nothing. */
    Relay onLoopback(int port) {
      return new Relay("127.0.0.1", port, "", "", false, timeout);
    }
  }
}
