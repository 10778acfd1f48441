package io.leadlifecycle.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that this node has claimed.
 *
 * @param tries how often it was handed to a server before
 */
record DueMail(
    String key,
    String node,
    MailClass mailClass,
    String address,
    String addressHash,
    String name,
    Locale locale,
    String template,
    Map<String, String> values,
    String messageId,
    @Nullable Instant expires,
    int tries) {

  boolean isCapped() {
    return mailClass == MailClass.NURTURE;
  }

  boolean isExpired(Instant now) {
    return expires != null && now.isAfter(expires);
  }
}
