package io.leadlifecycle.calendar;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader is, as far as it matters to a calendar.
 *
 * @param zone the clock at the reader's wall
 * @param country whose public holidays count, ISO 3166-1 alpha-2; null for none
 */
public record Place(ZoneId zone, @Nullable String country) {}
