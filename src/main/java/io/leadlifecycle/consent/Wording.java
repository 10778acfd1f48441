package io.leadlifecycle.consent;

/**
 * What a lead agrees to by ticking the box.
 *
 * @param key names the wording and its version
 * @param text as it stands beside the box, the company's name filled in
 */
public record Wording(String key, String text) {}
