package io.leadlifecycle.calendar;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader is, as far as it matters to a calendar.
 *
 * @param zone the clock at the reader's wall
 * @param country whose public holidays count, ISO 3166-1 alpha-2; null for none
 * @param turn the reader's share of the spread of the send hours, from 0 to less than 1
 */
public record Place(ZoneId zone, @Nullable String country, double turn) {

  private static final double ALL_TURNS = 0x1p32;

  public Place {
    if (!(turn >= 0 && turn < 1)) {
      throw new IllegalArgumentException("A reader's turn is from 0 to less than 1, not " + turn);
    }
  }

  /** Of somebody whose turn comes first. */
  public Place(ZoneId zone, @Nullable String country) {
    this(zone, country, 0);
  }

  /** The same place, for one of many readers: its turn is always the same, and theirs are spread evenly. */
  public Place of(String reader) {
    CRC32 hash = new CRC32();
    hash.update(reader.getBytes(StandardCharsets.UTF_8));
    return new Place(zone, country, hash.getValue() / ALL_TURNS);
  }
}
