package io.leadlifecycle.calendar;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** When mails may go out: a pure function of the settings and of what it is asked. */
@Component
public class SendCalendar {

  private final SendHours hours;

  public SendCalendar(SendHours hours) {
    this.hours = hours;
  }

  /** The first instant of the send hours at that place which is not before {@code at}. */
  public Instant next(Instant at, Place place) {
    return hours.next(at, place.zone());
  }

  /** The same, and not before the allowance lets a mail go. */
  public Instant next(Instant at, Allowance allowance, Place place) {
    return next(allowance.next(at), place);
  }

  public boolean isOpen(Instant at, Place place) {
    return hours.contains(at.atZone(place.zone()));
  }
}
