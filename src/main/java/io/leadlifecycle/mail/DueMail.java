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
 * @param due since when it may go
 * @param tries how often a server was asked to take it before
 * @param print null until it is written
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
    Instant due,
    @Nullable Instant expires,
    int tries,
    @Nullable Print print) {

  GateKey gate() {
    return new GateKey(addressHash, mailClass);
  }

  /** Without its reader: this may be logged. */
  @Override
  public String toString() {
    return "mail " + key;
  }

  DueMail printed(Print as) {
    return new DueMail(
        key, node, mailClass, address, addressHash, name, locale, place, template, values, messageId, due, expires,
        tries, as);
  }

  boolean isExpired(Instant now) {
    return expires != null && now.isAfter(expires);
  }
}
