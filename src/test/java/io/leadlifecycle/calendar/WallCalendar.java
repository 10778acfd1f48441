package io.leadlifecycle.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody does who has a clock and a calendar on the wall and cannot reckon: looks at the clock every
 * minute, and at the list of mails, until a mail may go. Knows the holidays of Germany by heart, and no others.
 */
record WallCalendar(SendHours hours, Place place) {

  private static final Map<Integer, LocalDate> EASTER = Map.of(
      2011, LocalDate.of(2011, 4, 24),
      2012, LocalDate.of(2012, 4, 8),
      2017, LocalDate.of(2017, 4, 16),
      2018, LocalDate.of(2018, 4, 1),
      2024, LocalDate.of(2024, 3, 31),
      2025, LocalDate.of(2025, 4, 20),
      2026, LocalDate.of(2026, 4, 5),
      2027, LocalDate.of(2027, 3, 28));
  private static final Set<String> FIXED = Set.of("01-01", "05-01", "10-03", "12-25", "12-26");

  Instant next(Instant at, Allowance allowance) {
    Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
    for (Instant glance = at; ; glance = minute) {
      if (isOpen(glance) && isAllowed(glance, allowance)) {
        return glance;
      }
      minute = minute.plus(1, ChronoUnit.MINUTES);
      Instant before = glance;
      Instant until = minute;
      Instant opening = until.minusSeconds(60 - opening().getSecond());
      Instant between = Stream.concat(moments(allowance), Stream.of(opening))
          .filter(moment -> moment.isAfter(before) && moment.isBefore(until))
          .filter(moment -> isOpen(moment) && isAllowed(moment, allowance))
          .min(Instant::compareTo)
          .orElse(null);
      if (between != null) {
        return between;
      }
    }
  }

  /** When an allowance may begin: the ends of the pause and of the windows, between two minutes perhaps. */
  private static Stream<Instant> moments(Allowance allowance) {
    Stream<Instant> ends = allowance.cap().windows().stream()
        .flatMap(window -> allowance.sent().stream().map(mail -> mail.plus(window.length())));
    return Stream.concat(Stream.of(allowance.notBefore()), ends);
  }

  static boolean isAllowed(Instant at, Allowance allowance) {
    return !at.isBefore(allowance.notBefore())
        && allowance.cap().windows().stream().allMatch(window -> {
          Instant start = at.minus(window.length());
          return allowance.sent().stream().filter(mail -> mail.isAfter(start)).count() < window.mails();
        });
  }

  boolean isOpen(Instant at) {
    LocalDateTime wall = LocalDateTime.ofEpochSecond(
        at.getEpochSecond(), at.getNano(), place.zone().getRules().getOffset(at));
    LocalTime closing = hours.until().equals(LocalTime.MIDNIGHT) ? LocalTime.MAX : hours.until();
    return wall.toLocalTime().compareTo(opening()) >= 0
        && wall.toLocalTime().compareTo(closing) < 0
        && hours.days().contains(wall.getDayOfWeek())
        && !(hours.holidays() && isGermanHoliday(wall.toLocalDate()));
  }

  /** When the reader's turn comes: so many seconds after the first of those among whom all are spread. */
  private LocalTime opening() {
    int open = hours.from().toSecondOfDay();
    int closed = hours.until().equals(LocalTime.MIDNIGHT) ? 24 * 3600 : hours.until().toSecondOfDay();
    double seconds = Math.min((closed - open) / 2, hours.spread().toSeconds()) * place.turn();
    return LocalTime.ofSecondOfDay(open + (int) Math.floor(seconds));
  }

  private boolean isGermanHoliday(LocalDate day) {
    return "DE".equals(place.country()) && (isFixed(day) || isMovable(day));
  }

  private static boolean isFixed(LocalDate day) {
    boolean unity = !day.toString().endsWith("10-03") || day.getYear() >= 1990;
    return unity && FIXED.contains(day.toString().substring(5)) || day.toString().equals("2017-10-31");
  }

  /** Good Friday, Easter Monday, Ascension Day, Whit Monday: none of them is in autumn. */
  private static boolean isMovable(LocalDate day) {
    return day.getMonthValue() < 8
        && Set.of(-2L, 1L, 39L, 50L).contains(ChronoUnit.DAYS.between(EASTER.get(day.getYear()), day));
  }
}
