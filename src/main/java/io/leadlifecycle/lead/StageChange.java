package io.leadlifecycle.lead;

import java.time.Instant;

/** A lead entered a stage. */
public record StageChange(Stage stage, Instant at) {}
