package io.leadlifecycle.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When nurture mails may go out, on the clock at the lead's wall.
 *
 * @param from the first minute
 * @param until the first minute after; {@code 00:00} is the end of the day
 * @param days the days of the week
 * @param holidays whether nationwide public holidays of the lead's country are left in peace
 * @param spread not all readers get their mails from the first minute on: within this time each has an opening
 *     of its own, the same every day. At most half of the hours: who opens last has the other half
 */
@ConfigurationProperties("leads.send-hours")
public record SendHours(
    @DefaultValue("08:00") LocalTime from,
    @DefaultValue("20:00") LocalTime until,
    @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"})
        Set<DayOfWeek> days,
    @DefaultValue("true") boolean holidays,
    @DefaultValue("PT0S") Duration spread) {

  @ConstructorBinding
  public SendHours {
    days = Set.copyOf(days);
    require(!days.isEmpty(), "send-hours.days names no day");
    require(endsWithDay(until) || from.isBefore(until), "send-hours.from is not before send-hours.until");
    require(!spread.isNegative(), "send-hours.spread is less than nothing");
  }

  /** The same for all readers. */
  public SendHours(LocalTime from, LocalTime until, Set<DayOfWeek> days, boolean holidays) {
    this(from, until, days, holidays, Duration.ZERO);
  }

  /** Those of one reader, which begin when its turn has come. */
  SendHours of(Place place) {
    Duration half = length().dividedBy(2);
    Duration first = spread.compareTo(half) < 0 ? spread : half;
    return new SendHours(from.plusSeconds((long) (first.toSeconds() * place.turn())), until, days, holidays);
  }

  private Duration length() {
    Duration length = Duration.between(from, until);
    return endsWithDay(until) ? length.plusDays(1) : length;
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
