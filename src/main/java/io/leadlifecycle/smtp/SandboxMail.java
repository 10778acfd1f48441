package io.leadlifecycle.smtp;

import java.time.Instant;
import java.util.Map;

/**
 * A mail as the sandbox's mail server got it.
 *
 * @param messageId its {@code Message-ID}, without the angle brackets
 * @param to the address it was handed over for
 * @param headers decoded; of several with one name, the first
 * @param acceptedAt in program time
 */
public record SandboxMail(
    String messageId,
    String from,
    String to,
    String subject,
    Map<String, String> headers,
    String text,
    String html,
    Instant acceptedAt) {}
