package io.leadlifecycle.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a whole country is off work. Many may ask at once; each year of a country is reckoned once.
 */
final class Holidays {

  /** The library knows stock exchanges as well. */
  private static final Set<String> COUNTRIES =
      HolidayManager.getSupportedCalendarCodes().stream()
          .filter(code -> code.length() == 2)
          .collect(Collectors.toUnmodifiableSet());

  /** The Islamic calendar of Java ends soon after, and nobody plans that far. */
  private static final int LAST_YEAR = 2150;
  private static final int FIRST_YEAR = 1900;

  private final Map<YearOf, Set<LocalDate>> known = new ConcurrentHashMap<>();

  private record YearOf(String country, int year) {}

  /** @param country ISO 3166-1 alpha-2; one that is null or not known has no holidays */
  boolean contains(LocalDate day, @Nullable String country) {
    return country != null && of(country.toUpperCase(Locale.ROOT), day.getYear()).contains(day);
  }

  private Set<LocalDate> of(String country, int year) {
    return COUNTRIES.contains(country) && year >= FIRST_YEAR && year <= LAST_YEAR
        ? known.computeIfAbsent(new YearOf(country, year), Holidays::reckon)
        : Set.of();
  }

  /** The countries' calendars are read from files and kept by the library, which is no matter for two threads. */
  private static synchronized Set<LocalDate> reckon(YearOf wanted) {
    return HolidayManager.getInstance(ManagerParameters.create(wanted.country()))
        .getHolidays(Year.of(wanted.year()), HolidayType.PUBLIC_HOLIDAY).stream()
        .map(Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }
}
