package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.AtOnce;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTests {

  private final Holidays holidays = new Holidays();

  @ParameterizedTest
  @CsvSource({
    "DE, 2026-10-03", "DE, 2026-04-03", "DE, 2026-05-14", "AT, 2026-10-26", "CH, 2026-08-01", "US, 2026-11-26",
    "US, 2026-07-03", "FR, 2026-07-14", "GB, 2026-12-25", "JP, 2026-02-11"
  })
  void knowsWhenAWholeCountryIsOffWork(String country, LocalDate day) {
    assertThat(holidays.contains(day, country)).isTrue();
    assertThat(holidays.contains(day, country.toLowerCase(Locale.ROOT))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"DE, 2026-11-01", "DE, 2026-01-06", "DE, 2026-10-05", "GB, 2026-11-30", "US, 2026-10-03"})
  void leavesOutWhatOnlyAPartOfTheCountryCelebrates(String country, LocalDate day) {
    assertThat(holidays.contains(day, country)).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "XX", "QQ", "DE_BY", "../de", "nyse"})
  void knowsNoHolidaysOfACountryThatIsNone(String country) {
    assertThat(Stream.iterate(LocalDate.of(2026, 1, 1), day -> day.plusDays(1)).limit(365))
        .noneMatch(day -> holidays.contains(day, country));
  }

  @Test
  void answersForEveryCountryAndForAnyYear() {
    for (String country : Locale.getISOCountries()) {
      for (int year : List.of(1, 1970, 2011, 2026, 2036, 2150, 2300, 9999)) {
        holidays.contains(LocalDate.of(year, 1, 1), country);
      }
    }
  }

  @Test
  void answersManyAtOnce() throws Exception {
    AtOnce.run(8, thread -> {
      for (int year = 2000; year < 2040; year++) {
        assertThat(holidays.contains(LocalDate.of(year, 10, 3), "DE")).isTrue();
        assertThat(holidays.contains(LocalDate.of(year, 10, 26), "AT")).isTrue();
      }
      return null;
    });
  }
}
