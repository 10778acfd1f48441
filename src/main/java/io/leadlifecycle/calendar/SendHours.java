package io.leadlifecycle.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When nurture mails may go out, on the clock at the lead's wall.
 *
 * @param from the first minute
 * @param until the first minute after; {@code 00:00} is the end of the day
 * @param days the days of the week
 * @param holidays whether nationwide public holidays of the lead's country are left in peace
 */
@ConfigurationProperties("leads.send-hours")
public record SendHours(
    @DefaultValue("08:00") LocalTime from,
    @DefaultValue("20:00") LocalTime until,
    @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"})
        Set<DayOfWeek> days,
    @DefaultValue("true") boolean holidays) {

  public SendHours {
    days = Set.copyOf(days);
    require(!days.isEmpty(), "send-hours.days names no day");
    require(endsWithDay(until) || from.isBefore(until), "send-hours.from is not before send-hours.until");
  }

  boolean contains(ZonedDateTime at) {
    LocalTime time = at.toLocalTime();
    boolean open = !time.isBefore(from) && (endsWithDay(until) || time.isBefore(until));
    return open && days.contains(at.getDayOfWeek());
  }

  /** When the hours may begin next: at the opening time, or where the clocks are changed and jump over it. */
  ZonedDateTime nextOpening(ZonedDateTime at) {
    ZonedDateTime opening =
        at.toLocalTime().isBefore(from)
            ? at.with(from)
            : at.toLocalDate().plusDays(1).atTime(from).atZone(at.getZone());
    ZoneOffsetTransition change = at.getZone().getRules().nextTransition(at.toInstant());
    return change == null || opening.toInstant().isBefore(change.getInstant())
        ? opening
        : change.getInstant().atZone(at.getZone());
  }

  private static boolean endsWithDay(LocalTime until) {
    return until.equals(LocalTime.MIDNIGHT);
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalArgumentException(fault);
    }
  }
}
