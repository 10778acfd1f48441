package io.leadlifecycle.letter;

import java.util.Locale;

/**
 * A mail as its reader sees it.
 *
 * @param language in which it is written
 * @param version fingerprint of the file that it was written from
 */
public record Letter(String subject, String text, String html, Locale language, String version) {}
