package io.leadlifecycle.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What we can show about a lead's consent. Instants are null until they happened. */
public record ConsentProof(
    ConsentState state,
    @Nullable String wording,
    @Nullable Instant requestedAt,
    @Nullable Instant givenAt,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy) {}
