package io.leadlifecycle.journey.people;

/** What somebody gets in with, to be shown once: a secret, or where it came from. */
record Credential(String who, String secret, String remark) {}
