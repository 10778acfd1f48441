package io.leadlifecycle.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

class NurtureSettingsTests {

  @Test
  void waitsAMonthUnlessTold() {
    NurtureSettings settings = bound(Map.of());
    assertThat(settings.quietAfter()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void takesDaysAsPeopleWriteThem() {
    NurtureSettings settings =
        bound(
            Map.of(
                "leads.nurture.quiet-after", "45d"));
    assertThat(settings.quietAfter()).isEqualTo(Duration.ofDays(45));
  }

  private static NurtureSettings bound(Map<String, String> values) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource(values);
    return new Binder(List.of(source), null, ApplicationConversionService.getSharedInstance())
        .bindOrCreate("leads.nurture", NurtureSettings.class);
  }
}
