package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The calendar against {@link WallCalendar}, which knows no arithmetic and looks at every minute. */
class SendCalendarTests {

  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  private static final Allowance ANY_TIME = new Allowance(MailCap.of("1 per P1D"), List.of(), Instant.MIN);

  @Property(tries = 2000)
  void findsTheFirstInstantThatIsOpen(
      @ForAll("hours") SendHours hours, @ForAll("places") Place place, @ForAll("instants") Instant at) {
    Instant next = new SendCalendar(hours).next(at, place);
    assertThat(next).isEqualTo(new WallCalendar(hours, place).next(at, ANY_TIME));
  }

  @Property(tries = 1000)
  void findsTheFirstInstantThatIsOpenAndKeepsTheCap(
      @ForAll("hours") SendHours hours,
      @ForAll("places") Place place,
      @ForAll("instants") Instant at,
      @ForAll("allowances") Around allowance) {
    Allowance left = allowance.at(at);
    Instant next = new SendCalendar(hours).next(at, left, place);
    assertThat(next).isEqualTo(new WallCalendar(hours, place).next(at, left));
  }

  @Property(tries = 1000)
  void isOpenWhenItSaysSo(
      @ForAll("hours") SendHours hours, @ForAll("places") Place place, @ForAll("instants") Instant at) {
    assertThat(new SendCalendar(hours).isOpen(at, place)).isEqualTo(new WallCalendar(hours, place).isOpen(at));
  }

  @Property(tries = 1000)
  void saysTheSameWhenAskedAgainAtThatInstant(
      @ForAll("hours") SendHours hours,
      @ForAll("places") Place place,
      @ForAll("instants") Instant at,
      @ForAll("allowances") Around allowance) {
    SendCalendar calendar = new SendCalendar(hours);
    Instant next = calendar.next(at, allowance.at(at), place);
    assertThat(calendar.next(next, allowance.at(at), place)).isEqualTo(next);
  }

  @Property(tries = 1000)
  void neverComesEarlierForBeingAskedLater(
      @ForAll("hours") SendHours hours,
      @ForAll("places") Place place,
      @ForAll("instants") Instant at,
      @ForAll("minutes") int later,
      @ForAll("allowances") Around allowance) {
    SendCalendar calendar = new SendCalendar(hours);
    Instant second = calendar.next(at.plus(Duration.ofMinutes(later)), allowance.at(at), place);
    assertThat(calendar.next(at, allowance.at(at), place)).isBeforeOrEqualTo(second);
  }

  @Test
  void opensWhenTheClocksJumpOverTheOpening() {
    assertThat(next(LocalTime.of(2, 30), LocalTime.of(20, 0), "2026-03-29T00:10:00Z", "Europe/Berlin"))
        .isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void staysShutWhenTheClocksJumpOverTheWholeTime() {
    assertThat(next(LocalTime.of(2, 10), LocalTime.of(2, 50), "2026-03-28T12:00:00Z", "Europe/Berlin"))
        .isEqualTo("2026-03-30T00:10:00Z");
  }

  @Test
  void opensTheFirstTimeWhenAnHourComesTwice() {
    assertThat(next(LocalTime.of(2, 0), LocalTime.of(20, 0), "2026-10-24T18:00:00Z", "Europe/Berlin"))
        .isEqualTo("2026-10-25T00:00:00Z");
  }

  @Test
  void knowsThatADayMayBeSkipped() {
    assertThat(next(LocalTime.of(8, 0), LocalTime.of(9, 0), "2011-12-29T20:00:00Z", "Pacific/Apia"))
        .isEqualTo("2011-12-30T18:00:00Z");
  }

  private static Instant next(LocalTime from, LocalTime until, String at, String zone) {
    SendHours hours = new SendHours(from, until, EVERY_DAY, true);
    return new SendCalendar(hours).next(Instant.parse(at), new Place(ZoneId.of(zone), null));
  }

  @Test
  void waitsForTheNextAllowedDay() {
    SendHours tuesdays =
        new SendHours(LocalTime.of(8, 0), LocalTime.of(18, 0), Set.of(DayOfWeek.TUESDAY), true);
    assertThat(new SendCalendar(tuesdays).next(Instant.parse("2026-03-03T17:00:00Z"), berlin("DE")))
        .isEqualTo("2026-03-10T07:00:00Z");
  }

  @Test
  void leavesReadersInPeaceOnTheirPublicHolidaysUnlessTold() {
    Instant christmas = Instant.parse("2026-12-25T12:00:00Z");
    assertThat(byDay(true).next(christmas, berlin("DE"))).isEqualTo("2026-12-27T07:00:00Z");
    assertThat(byDay(true).next(christmas, berlin(null))).isEqualTo(christmas);
    assertThat(byDay(false).next(christmas, berlin("DE"))).isEqualTo(christmas);
  }

  /** Its own opening is all that a reader's turn changes: what comes later in the day goes at once. */
  @Test
  void givesEachReaderAnOpeningOfItsOwn() {
    SendHours hours = new SendHours(
        LocalTime.of(8, 0), LocalTime.of(20, 0), EVERY_DAY, true, Duration.ofHours(2));
    Place halfWay = new Place(ZoneId.of("Europe/Berlin"), "DE", 0.5);
    SendCalendar calendar = new SendCalendar(hours);
    assertThat(calendar.next(Instant.parse("2026-03-02T22:00:00Z"), halfWay)).isEqualTo("2026-03-03T08:00:00Z");
    assertThat(calendar.next(Instant.parse("2026-03-03T07:30:00Z"), halfWay)).isEqualTo("2026-03-03T08:00:00Z");
    assertThat(calendar.next(Instant.parse("2026-03-03T08:00:01Z"), halfWay)).isEqualTo("2026-03-03T08:00:01Z");
    assertThat(calendar.next(Instant.parse("2026-12-25T12:00:00Z"), halfWay)).isEqualTo("2026-12-27T08:00:00Z");
  }

  private static SendCalendar byDay(boolean holidays) {
    return new SendCalendar(new SendHours(LocalTime.of(8, 0), LocalTime.of(20, 0), EVERY_DAY, holidays));
  }

  private static Place berlin(String country) {
    return new Place(ZoneId.of("Europe/Berlin"), country);
  }

  /** An allowance as it looks from some instant: how many minutes ago mails went, or will have gone. */
  record Around(MailCap cap, List<Integer> minutesAgo, int pause) {

    Allowance at(Instant at) {
      List<Instant> sent = minutesAgo.stream().map(ago -> at.minus(Duration.ofMinutes(ago))).toList();
      return new Allowance(cap, sent, at.plus(Duration.ofMinutes(pause)));
    }
  }

  @Provide
  Arbitrary<Around> allowances() {
    Arbitrary<MailCap> caps =
        Arbitraries.of("1 per P1D", "2 per P1D", "1 per PT7H and 2 per P2D", "1 per P1D and 3 per P7D")
            .map(MailCap::of);
    Arbitrary<List<Integer>> sent = Arbitraries.integers().between(-2 * 1440, 8 * 1440).list().ofMaxSize(5);
    Arbitrary<Integer> pauses = Arbitraries.integers().between(-5000, 3000);
    return Combinators.combine(caps, sent, pauses).as(Around::new);
  }

  /** Often short, often in the night, when clocks are changed. */
  @Provide
  Arbitrary<SendHours> hours() {
    Arbitrary<Integer> from = Arbitraries.oneOf(minutes(), Arbitraries.integers().between(0, 240));
    Arbitrary<Integer> length = Arbitraries.oneOf(minutes(), Arbitraries.integers().between(1, 90));
    Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    Arbitrary<Duration> spreads = Arbitraries.of(0, 10, 120, 2000).map(Duration::ofMinutes);
    return Combinators.combine(from, length, days, Arbitraries.of(true, false), spreads)
        .as((start, minutes, on, holidays, spread) -> new SendHours(
            time(start), time(Math.min(1440, start + Math.max(1, minutes))), on, holidays, spread));
  }

  @Provide
  Arbitrary<Integer> minutes() {
    return Arbitraries.integers().between(0, 1439);
  }

  private static LocalTime time(int minute) {
    return LocalTime.MIDNIGHT.plusMinutes(minute);
  }

  @Provide
  Arbitrary<Place> places() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe",
                "Asia/Kathmandu", "Pacific/Kiritimati", "Etc/GMT+12", "Pacific/Apia", "Pacific/Kwajalein",
                "Africa/Casablanca")
            .map(ZoneId::of);
    Arbitrary<Double> turns = Arbitraries.of(0.0, 0.01, 0.5, 0.9999);
    return Combinators.combine(zones, Arbitraries.of("DE", "XX").injectNull(0.3), turns).as(Place::new);
  }

  /** Mostly around changes of the clocks, in years when the zones above changed theirs, leap days and holidays. */
  @Provide
  Arbitrary<Instant> instants() {
    Arbitrary<Instant> start =
        Arbitraries.of(
            "1969-09-28T00:00:00Z", "1993-08-19T00:00:00Z", "2011-12-28T00:00:00Z", "2017-10-14T12:00:00Z",
            "2018-02-17T12:00:00Z", "2024-02-28T00:00:00Z", "2025-12-23T00:00:00Z", "2026-03-07T00:00:00Z",
            "2026-03-27T18:00:00Z", "2026-04-03T06:00:00Z", "2026-10-02T06:00:00Z", "2026-10-24T00:00:00Z",
            "2026-10-31T00:00:00Z", "2026-12-30T00:00:00Z").map(Instant::parse);
    Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 3 * 86_400);
    return Combinators.combine(start, seconds).as((from, n) -> from.plusSeconds(n));
  }
}
