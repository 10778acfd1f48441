package io.leadlifecycle.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

class NurtureSettingsTests {

  @Test
  void sendsByDayOnEveryDay() {
    NurtureSettings settings = bound(Map.of());
    assertThat(settings.sendHours().from()).isEqualTo(LocalTime.of(8, 0));
    assertThat(settings.sendHours().until()).isEqualTo(LocalTime.of(20, 0));
    assertThat(settings.sendHours().days()).hasSize(7);
    assertThat(settings.quietAfter()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void takesHoursAndDaysAsPeopleWriteThem() {
    NurtureSettings settings =
        bound(
            Map.of(
                "leads.nurture.send-hours.from", "09:30",
                "leads.nurture.send-hours.until", "17:00",
                "leads.nurture.send-hours.days", "monday, friday",
                "leads.nurture.quiet-after", "45d"));
    assertThat(settings.sendHours().from()).isEqualTo(LocalTime.of(9, 30));
    assertThat(settings.sendHours().until()).isEqualTo(LocalTime.of(17, 0));
    assertThat(settings.sendHours().days()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    assertThat(settings.quietAfter()).isEqualTo(Duration.ofDays(45));
  }

  private static NurtureSettings bound(Map<String, String> values) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource(values);
    return new Binder(List.of(source), null, ApplicationConversionService.getSharedInstance())
        .bindOrCreate("leads.nurture", NurtureSettings.class);
  }
}
