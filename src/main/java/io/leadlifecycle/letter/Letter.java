package io.leadlifecycle.letter;

import java.util.Locale;

/**
 * A mail as its reader sees it.
 *
 * @param language in which it is written
 */
public record Letter(String subject, String text, String html, Locale language) {}
