package io.leadlifecycle.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody wants sent.
 *
 * @param key names the mail for ever, such as {@code <enrolment>:2}: ordered twice, it is sent once
 * @param reference whose mail it is: the lead's id, so that it can be found again
 * @param address already checked and normalised
 * @param template stem of the file in {@code mails/}, such as {@code bpm-basics-1}
 * @param values what the template's variables stand for; {@code unsubscribe} is required for NURTURE
 * @param expires not sent after this instant; null for never
 */
public record MailOrder(
    String key,
    MailClass mailClass,
    String reference,
    String address,
    String name,
    Locale locale,
    String template,
    Map<String, String> values,
    @Nullable Instant expires) {}
