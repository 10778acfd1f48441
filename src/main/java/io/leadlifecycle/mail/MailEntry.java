package io.leadlifecycle.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the mail ledger.
 *
 * @param reason why it is in this state, for a person to read
 * @param messageId as in the mail's header, without the angle brackets
 * @param dueAt earliest instant of the next try
 * @param sentAt when the server took it; if UNKNOWN, the latest instant at which it may have
 * @param consent names the consent by which it was sent, such as {@code <lead>:2}; null for mail that was asked
 *     for
 * @param textHash SHA-256 of the plain text that was handed over; null until then
 * @param templateVersion SHA-256 of the template that it was written from; null until then
 */
public record MailEntry(
    String key,
    MailClass mailClass,
    String reference,
    String template,
    String subject,
    MailState state,
    String reason,
    String messageId,
    Instant postedAt,
    Instant dueAt,
    @Nullable Instant sentAt,
    @Nullable String consent,
    @Nullable String textHash,
    @Nullable String templateVersion) {}
