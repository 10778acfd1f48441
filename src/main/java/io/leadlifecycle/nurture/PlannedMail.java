package io.leadlifecycle.nurture;

import java.time.Instant;

/** A mail to come. @param at when it will go out, if nothing changes */
public record PlannedMail(String sequence, int step, String template, String subject, Instant at) {}
