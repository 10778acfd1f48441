package io.leadlifecycle.smtp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that takes our mails.
 *
 * @param username empty if it asks for no login; needs {@code starttls}, unless the server is on this machine
 * @param starttls whether it must encrypt before it hears anything of value; its certificate is verified
 * @param timeout longest wait for each of its answers
 * @param conversation longest time for one mail, from its first command to the answer to its final dot
 * @param connections how many mails are handed over at the same time
 * @param mailsPerConnection how many mails go over one connection before it is replaced
 * @param pipelining whether a mail's commands go together where the server offers that; false for one that offers it and cannot
 * @param perMinute how many mails a node gives it in any minute; 0 if that is not limited
 * @param perMinuteAndDomain the same for the recipients of one domain
 */
@ConfigurationProperties("leads.mail.relay")
public record RelaySettings(
    @DefaultValue("localhost") String host,
    @DefaultValue("25") int port,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("false") boolean starttls,
    @DefaultValue("PT20S") Duration timeout,
    @DefaultValue("PT2M") Duration conversation,
    @DefaultValue("4") int connections,
    @DefaultValue("100") int mailsPerConnection,
    @DefaultValue("true") boolean pipelining,
    @DefaultValue("0") int perMinute,
    @DefaultValue("0") int perMinuteAndDomain) {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  public RelaySettings {
    require(username.isEmpty() || starttls || isThisMachine(host),
        "username needs leads.mail.relay.starttls: " + host + " must not be told a password in clear");
    require(timeout.compareTo(SHORTEST) >= 0, "timeout must be at least " + SHORTEST);
    require(conversation.compareTo(timeout) >= 0, "conversation must be at least its timeout, " + timeout);
    require(conversation.compareTo(LONGEST) <= 0, "conversation must be at most " + LONGEST);
    require(connections >= 1, "connections must be at least 1");
    require(mailsPerConnection >= 1, "mails-per-connection must be at least 1");
    require(perMinute >= 0, "per-minute must be at least 0, which means no limit");
    require(perMinuteAndDomain >= 0, "per-minute-and-domain must be at least 0, which means no limit");
  }

  /** Without asking for the address of a name, which could change. */
  private static boolean isThisMachine(String host) {
    return host.matches("(?i)localhost|127(\\.\\d+){3}|::1|\\[::1]");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("leads.mail.relay." + what);
    }
  }

  /** The server of our own on this machine, which asks for nothing. */
  RelaySettings onLoopback(int port) {
    return new RelaySettings(
        "127.0.0.1", port, "", "", false, timeout, conversation, connections, mailsPerConnection, pipelining,
        perMinute, perMinuteAndDomain);
  }
}
