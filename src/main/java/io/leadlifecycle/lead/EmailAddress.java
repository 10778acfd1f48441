package io.leadlifecycle.lead;

/** stub */
public record EmailAddress(String value) {}
