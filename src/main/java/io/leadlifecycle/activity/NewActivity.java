package io.leadlifecycle.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a lead did, as it is reported.
 *
 * @param key names it for ever: reported twice, it counts once
 * @param offer key of the offer it was about; its stage is then the offer's
 * @param stage null where no stage applies
 * @param detail such as the page's path
 * @param at null means now
 */
public record NewActivity(
    String key,
    ActivityKind kind,
    @Nullable String offer,
    @Nullable ContentStage stage,
    @Nullable String detail,
    @Nullable Instant at) {}
