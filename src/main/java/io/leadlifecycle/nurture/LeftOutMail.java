package io.leadlifecycle.nurture;

import java.time.Instant;

/**
 * A mail that is passed over, as things stand.
 *
 * @param reason for a person to read
 * @param dueAt when its turn is, or was
 */
public record LeftOutMail(
    String sequence, int step, String template, String subject, String reason, Instant dueAt) {}
