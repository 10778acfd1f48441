package io.leadlifecycle.nurture;

import io.leadlifecycle.mail.Frequency;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a lead wants to get from us, and how often.
 *
 * @param frequency null for as often as there is something
 * @param unwanted topics on which it wants nothing
 * @param pausedUntil no mail before that day begins where the lead is; null for no pause
 */
record Wishes(@Nullable Frequency frequency, Set<String> unwanted, @Nullable LocalDate pausedUntil) {

  /** Of a lead that said nothing. */
  static final Wishes NONE = new Wishes(null, Set.of(), null);

  Wishes {
    unwanted = Set.copyOf(unwanted);
  }
}
