package io.leadlifecycle.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailSettingsTests {

  private static MailSettings bound(Map<String, String> properties) {
    Binder binder = new Binder(new MapConfigurationPropertySource(properties));
    return binder.bindOrCreate("leads.mail", MailSettings.class);
  }

  @Test
  void allowOneMailADayUnlessTold() {
    assertThat(bound(Map.of()).cap()).isEqualTo(new MailCap(Duration.ofHours(24)));
    assertThat(bound(Map.of()).relay().port()).isEqualTo(25);
    assertThat(bound(Map.of("leads.mail.cap", "1 per P7D")).cap().window()).isEqualTo(Duration.ofDays(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "1", "2 per P1D", "1 per day", "1 per P0D", "1 per -P1D", "1 per P-1D", "1 per P1D and 3 per P7D"
  })
  void refuseACapThatTheyCannotKeep(String cap) {
    assertThatIllegalArgumentException().isThrownBy(() -> MailCap.of(cap));
    if (!cap.isEmpty()) {
      assertThatThrownBy(() -> bound(Map.of("leads.mail.cap", cap))).hasStackTraceContaining("mail cap");
    }
  }

  @Test
  void speakOfTheCapAsPeopleDo() {
    assertThat(MailCap.of("1 per P1D")).hasToString("one mail per 24 h");
    assertThat(MailCap.of("1 per P7D")).hasToString("one mail per 7 days");
    assertThat(MailCap.of("1 per PT10S")).hasToString("one mail per PT10S");
  }

  @Test
  void letADayHave24HoursWhenTheClocksChange() {
    Instant saturdayNoonInBerlin = Instant.parse("2025-03-29T11:00:00Z");
    assertThat(MailCap.of("1 per P1D").next(saturdayNoonInBerlin)).isEqualTo("2025-03-30T11:00:00Z");
  }

  @Test
  void refuseALeaseThatEndsBeforeTheServersTimeOuts() {
    assertThatThrownBy(() -> bound(Map.of("leads.mail.lease", "PT1M")))
        .hasStackTraceContaining("leads.mail.lease must be at least PT4M");
  }
}
