package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

class SendHoursTests {

  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

  @Test
  void areByDayUnlessTold() {
    assertThat(bound(Map.of()))
        .isEqualTo(new SendHours(LocalTime.of(8, 0), LocalTime.of(20, 0), EVERY_DAY, true));
  }

  @Test
  void areWhatAnOperatorSets() {
    Map<String, String> settings = Map.of(
        "leads.send-hours.from", "09:30",
        "leads.send-hours.until", "00:00",
        "leads.send-hours.days", "monday,friday",
        "leads.send-hours.holidays", "false");
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
  }

  private static SendHours bound(Map<String, String> values) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource(values);
    return new Binder(List.of(source), null, ApplicationConversionService.getSharedInstance())
        .bindOrCreate("leads.send-hours", SendHours.class);
  }
}
