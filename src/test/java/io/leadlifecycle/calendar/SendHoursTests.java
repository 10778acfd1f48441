package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

class SendHoursTests {

  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

  @Test
  void areByDayUnlessTold() {
    assertThat(bound(Map.of()))
        .isEqualTo(new SendHours(LocalTime.of(8, 0), LocalTime.of(20, 0), EVERY_DAY, true, Duration.ZERO));
  }

  @Test
  void areWhatAnOperatorSets() {
    Map<String, String> settings = Map.of(
        "leads.send-hours.from", "09:30",
        "leads.send-hours.until", "00:00",
        "leads.send-hours.days", "monday,friday",
        "leads.send-hours.holidays", "false",
        "leads.send-hours.spread", "PT0S");
    assertThat(bound(settings)).isEqualTo(
        new SendHours(
            LocalTime.of(9, 30), LocalTime.MIDNIGHT, Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), false));
  }

  @Test
  void needADayAndAnOpening() {
    assertThatThrownBy(() -> new SendHours(LocalTime.of(8, 0), LocalTime.of(18, 0), Set.of(), true))
        .hasMessageContaining("names no day");
    assertThatThrownBy(() -> new SendHours(LocalTime.of(18, 0), LocalTime.of(8, 0), EVERY_DAY, true))
        .hasMessageContaining("is not before");
    assertThatThrownBy(() -> spreadOver(Duration.ofSeconds(-1))).hasMessageContaining("less than nothing");
  }

  @Test
  void giveEachReaderTheSameOpeningAtEveryStart() {
    Place berlin = new Place(ZoneId.of("Europe/Berlin"), "DE");
    SendHours hours = spreadOver(Duration.ofHours(2));
    assertThat(hours.of(berlin.of("7b0e2c1d-8a4f-4c39-9d1c-0f6a2f3b5e77")).from()).isEqualTo("08:13:04");
    assertThat(hours.of(berlin.of("7b0e2c1d-8a4f-4c39-9d1c-0f6a2f3b5e78")).from()).isNotEqualTo("08:13:04");
    assertThat(hours.of(berlin).from()).isEqualTo("08:00");
  }

  @Test
  void leaveEveryReaderHalfOfThemHoweverWideTheSpread() {
    Place last = new Place(ZoneId.of("UTC"), null, Math.nextDown(1.0));
    assertThat(spreadOver(Duration.ofDays(3)).of(last).from()).isEqualTo(LocalTime.of(13, 59, 59));
    SendHours allDay = new SendHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EVERY_DAY, true, Duration.ofDays(3));
    assertThat(allDay.of(last).from()).isEqualTo(LocalTime.of(11, 59, 59));
  }

  /** Two hours have 120 minutes: each should have 83 of 10,000. */
  @Test
  void spreadReadersEvenly() {
    SendHours hours = spreadOver(Duration.ofHours(2));
    Random random = new Random(1);
    Map<LocalTime, Long> readers = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
        .limit(10_000)
        .map(lead -> hours.of(new Place(ZoneId.of("UTC"), null).of(lead.toString())).from())
        .collect(Collectors.groupingBy(opening -> opening.truncatedTo(ChronoUnit.MINUTES), Collectors.counting()));
    assertThat(readers).hasSize(120);
    assertThat(readers.keySet()).allMatch(minute -> minute.getHour() == 8 || minute.getHour() == 9);
    assertThat(readers.values()).allMatch(share -> share > 83 / 2 && share < 83 * 2);
  }

  private static SendHours spreadOver(Duration spread) {
    return new SendHours(LocalTime.of(8, 0), LocalTime.of(20, 0), EVERY_DAY, true, spread);
  }

  private static SendHours bound(Map<String, String> values) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource(values);
    return new Binder(List.of(source), null, ApplicationConversionService.getSharedInstance())
        .bindOrCreate("leads.send-hours", SendHours.class);
  }
}
