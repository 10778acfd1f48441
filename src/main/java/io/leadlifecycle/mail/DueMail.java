package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.Place;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that this node has claimed.
 *
 * @param place whose send hours hold; null if it may go at any hour
 * @param tries how often a server was asked to take it before
 */
record DueMail(
    String key,
    String node,
    MailClass mailClass,
    String address,
    String addressHash,
    String name,
    Locale locale,
    @Nullable Place place,
    String template,
    Map<String, String> values,
    String messageId,
    @Nullable Instant expires,
    int tries) {

  GateKey gate() {
    return new GateKey(addressHash, mailClass);
  }

  /** Without its reader: this may be logged. */
  @Override
  public String toString() {
    return "mail " + key;
  }

  boolean isExpired(Instant now) {
    return expires != null && now.isAfter(expires);
  }
}
