package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.Place;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody wants sent.
 *
 * @param key names the mail for ever, such as {@code <enrolment>:process-automation-2}: ordered twice, it is
 *     sent once
 * @param reference whose mail it is: the lead's id, so that it can be found again
 * @param consent names what allows a nurture mail, such as {@code <lead>:<number of the request>} or {@code
 *     <lead>:basis:<number>}; null for SERVICE
 * @param address already checked and normalised
 * @param name of the reader; empty if not known
 * @param place whose send hours hold for a nurture mail, with the turn of the reference; null for SERVICE, which
 *     goes at any hour
 * @param template stem of the file in {@code mails/}, such as {@code bpm-basics-1}
 * @param values what the template's variables stand for; {@code unsubscribe} is required for NURTURE
 * @param expires not sent after this instant; null for never
 */
public record MailOrder(
    String key,
    MailClass mailClass,
    String reference,
    @Nullable String consent,
    String address,
    String name,
    Locale locale,
    @Nullable Place place,
    String template,
    Map<String, String> values,
    @Nullable Instant expires) {

  public MailOrder {
    values = Map.copyOf(values);
    if (key.isBlank() || address.isBlank() || template.isBlank()) {
      throw new IllegalArgumentException("A mail needs a key, an address and a template");
    }
    if (mailClass == MailClass.NURTURE && values.getOrDefault("unsubscribe", "").isBlank()) {
      throw new IllegalArgumentException("Nurture mail " + key + " has no unsubscribe link");
    }
    if (mailClass == MailClass.NURTURE && (consent == null || consent.isBlank())) {
      throw new IllegalArgumentException("Nurture mail " + key + " does not say which consent allows it");
    }
    if (mailClass == MailClass.SERVICE && consent != null) {
      throw new IllegalArgumentException("Service mail " + key + " was asked for, and needs no consent");
    }
    if (mailClass == MailClass.NURTURE && place == null) {
      throw new IllegalArgumentException("Nurture mail " + key + " does not say where its reader is");
    }
  }

  /** Without its reader: this may be logged. */
  @Override
  public String toString() {
    return "mail " + key;
  }
}
