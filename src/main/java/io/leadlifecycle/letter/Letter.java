package io.leadlifecycle.letter;

/** A mail as its reader sees it. */
public record Letter(String subject, String text, String html) {}
