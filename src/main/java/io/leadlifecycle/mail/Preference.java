package io.leadlifecycle.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an address asked for. It only ever makes mails rarer.
 *
 * @param frequency null for as often as the company's cap allows
 * @param pausedUntil no nurture mail before this instant; null for no pause
 */
public record Preference(@Nullable Frequency frequency, @Nullable Instant pausedUntil) {

  public static final Preference NONE = new Preference(null, null);
}
