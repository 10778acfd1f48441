package io.leadlifecycle.smtp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that takes our mails.
 *
 * @param username empty if it asks for no login
 * @param timeout longest wait for each of its answers
 * @param conversation longest time for one mail, from its first command to the answer to its final dot
 * @param connections how many mails are handed over at the same time
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
    @DefaultValue("4") int connections) {

  /** The server of our own on this machine, which asks for nothing. */
  RelaySettings onLoopback(int port) {
    return new RelaySettings("127.0.0.1", port, "", "", false, timeout, conversation, connections);
  }
}
