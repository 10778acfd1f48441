package io.leadlifecycle.journey.people;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, in one zone. */
record Moments(ZoneId zone) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm z", Locale.ENGLISH);

  public String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
