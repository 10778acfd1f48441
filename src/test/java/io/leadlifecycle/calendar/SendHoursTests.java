package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SendHoursTests {

  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  private static final Duration STEP = Duration.ofMinutes(15);

  @Property(tries = 1000)
  void findsTheFirstAllowedInstant(
      @ForAll("hours") SendHours hours, @ForAll("zones") ZoneId zone, @ForAll("instants") Instant at) {
    Instant next = hours.next(at, zone);
    assertThat(next).isAfterOrEqualTo(at);
    assertThat(hours.contains(next.atZone(zone))).isTrue();
    for (Instant earlier = at; earlier.isBefore(next); earlier = earlier.plus(STEP)) {
      assertThat(hours.contains(earlier.atZone(zone))).as("%s is earlier", earlier).isFalse();
    }
    if (next.isAfter(at)) {
      assertThat(hours.contains(next.minusMillis(1).atZone(zone))).as("a moment earlier").isFalse();
    }
  }

  @Test
  void opensWhenTheClocksJumpOverTheOpening() {
    SendHours hours = new SendHours(LocalTime.of(2, 30), LocalTime.of(20, 0), EVERY_DAY);
    assertThat(hours.next(Instant.parse("2026-03-29T00:10:00Z"), ZoneId.of("Europe/Berlin")))
        .isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void opensTheFirstTimeWhenAnHourComesTwice() {
    SendHours hours = new SendHours(LocalTime.of(2, 0), LocalTime.of(20, 0), EVERY_DAY);
    assertThat(hours.next(Instant.parse("2026-10-24T18:00:00Z"), ZoneId.of("Europe/Berlin")))
        .isEqualTo("2026-10-25T00:00:00Z");
  }

  @Test
  void knowsThatADayMayBeSkipped() {
    SendHours hours = new SendHours(LocalTime.of(8, 0), LocalTime.of(9, 0), EVERY_DAY);
    assertThat(hours.next(Instant.parse("2011-12-29T20:00:00Z"), ZoneId.of("Pacific/Apia")))
        .isEqualTo("2011-12-30T18:00:00Z");
  }

  @Test
  void waitsForTheNextAllowedDay() {
    SendHours hours = new SendHours(LocalTime.of(8, 0), LocalTime.of(18, 0), Set.of(DayOfWeek.TUESDAY));
    assertThat(hours.next(Instant.parse("2026-03-03T17:00:00Z"), ZoneId.of("Europe/Berlin")))
        .isEqualTo("2026-03-10T07:00:00Z");
  }

  @Test
  void needsADayAndAnOpening() {
    assertThatThrownBy(() -> new SendHours(LocalTime.of(8, 0), LocalTime.of(18, 0), Set.of()))
        .hasMessageContaining("names no day");
    assertThatThrownBy(() -> new SendHours(LocalTime.of(18, 0), LocalTime.of(8, 0), EVERY_DAY))
        .hasMessageContaining("is not before");
  }

  @Provide
  Arbitrary<SendHours> hours() {
    Arbitrary<Integer> quarters = Arbitraries.integers().between(0, 95);
    Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    return Combinators.combine(quarters, quarters, days)
        .filter((from, until, d) -> until == 0 || from < until)
        .as((from, until, d) -> new SendHours(quarter(from), quarter(until), d));
  }

  private static LocalTime quarter(int number) {
    return LocalTime.MIDNIGHT.plus(STEP.multipliedBy(number));
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe",
            "Asia/Kathmandu", "Pacific/Kiritimati", "Etc/GMT+12", "Pacific/Apia", "Africa/Casablanca")
        .map(ZoneId::of);
  }

  /** Mostly around the changes of the clocks, in years when the zones above changed theirs. */
  @Provide
  Arbitrary<Instant> instants() {
    Arbitrary<Instant> start =
        Arbitraries.of(
            "2011-12-29T00:00:00Z", "2017-10-14T12:00:00Z", "2018-02-17T12:00:00Z", "2024-02-28T00:00:00Z",
            "2026-03-07T18:00:00Z", "2026-03-28T18:00:00Z", "2026-04-04T06:00:00Z", "2026-10-24T18:00:00Z",
            "2026-10-31T18:00:00Z", "2026-12-31T00:00:00Z").map(Instant::parse);
    Arbitrary<Integer> quarters = Arbitraries.integers().between(0, 3 * 96);
    return Combinators.combine(start, quarters).as((from, n) -> from.plus(STEP.multipliedBy(n)));
  }
}
