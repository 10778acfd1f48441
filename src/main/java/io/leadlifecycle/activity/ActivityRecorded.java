package io.leadlifecycle.activity;

/** A lead did something. Published inside the transaction that records it. */
public record ActivityRecorded(Activity activity) {}
