package io.leadlifecycle.calendar;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** When mails may go out: a pure function of the settings and of what it is asked. */
@Component
public class SendCalendar {

  private final SendHours hours;
  private final Holidays holidays = new Holidays();

  public SendCalendar(SendHours hours) {
    this.hours = hours;
  }

  /**
   * The first instant of the reader's send hours at that place which is not before {@code at}, and on no holiday.
   */
  public Instant next(Instant at, Place place) {
    SendHours own = hours.of(place);
    ZonedDateTime local = at.atZone(place.zone());
    while (!isOpen(local, own, place)) {
      local = own.nextOpening(local);
    }
    return local.toInstant();
  }

  /** The same, and not before the allowance lets a mail go. */
  public Instant next(Instant at, Allowance allowance, Place place) {
    return next(allowance.next(at), place);
  }

  public boolean isOpen(Instant at, Place place) {
    return isOpen(at.atZone(place.zone()), hours.of(place), place);
  }

  private boolean isOpen(ZonedDateTime local, SendHours own, Place place) {
    return own.contains(local) && !(own.holidays() && holidays.contains(local.toLocalDate(), place.country()));
  }
}
