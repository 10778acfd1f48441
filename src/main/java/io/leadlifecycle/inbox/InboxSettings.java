package io.leadlifecycle.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox in which answers and bounces arrive, to be read by IMAP.
 *
 * @param host empty if nobody reads it
 * @param port 0 for the usual one
 * @param encryption TLS from the first byte, STARTTLS, or NONE, which only a server on this machine may have
 * @param folder should be the program's own: a mail that somebody opened before counts as read
 * @param every how often it is looked into
 * @param keywords what says, alone in one of the first three lines of a reply, that somebody wants no more mails;
 *     neither case nor punctuation matters, nor a "please"
 */
@ConfigurationProperties("leads.inbox")
record InboxSettings(
    @DefaultValue("") String host,
    @DefaultValue("0") int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("TLS") Encryption encryption,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("PT1M") Duration every,
    @DefaultValue({
          "stop", "unsubscribe", "abmelden", "abmeldung", "abbestellen", "austragen", "keine mails",
          "keine werbung"
        })
        List<String> keywords) {

  enum Encryption {
    TLS,
    STARTTLS,
    NONE
  }

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  InboxSettings {
    require(encryption != Encryption.NONE || host.isBlank() || isThisMachine(host),
        "encryption must not be none: " + host + " must not be told a password in clear");
    require(port >= 0 && port <= 65_535, "port must be between 0 and 65535, not " + port);
    require(every.compareTo(SHORTEST) >= 0, "every must be at least " + SHORTEST);
    require(host.isBlank() || !user.isBlank(), "user is missing");
    require(keywords.stream().map(Reply::plain).noneMatch(String::isEmpty), "keywords must have letters");
  }

  /** Without asking for the address of a name, which could change. */
  private static boolean isThisMachine(String host) {
    return host.matches("(?i)localhost|127(\\.\\d+){3}|::1|\\[::1]");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("leads.inbox." + what);
    }
  }

  Set<String> plainKeywords() {
    return keywords.stream().map(Reply::plain).collect(Collectors.toUnmodifiableSet());
  }

  String protocol() {
    return encryption == Encryption.TLS ? "imaps" : "imap";
  }

  /** Without the password: this may be logged. */
  @Override
  public String toString() {
    return "inbox " + folder + " of " + host;
  }
}
