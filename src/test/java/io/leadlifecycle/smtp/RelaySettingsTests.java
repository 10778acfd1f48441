package io.leadlifecycle.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RelaySettingsTests {

  private final ApplicationContextRunner program = new ApplicationContextRunner().withUserConfiguration(Settings.class);

  @EnableConfigurationProperties(RelaySettings.class)
  static class Settings {}

  @Test
  void needsNoSettings() {
    program.run(context -> assertThat(context).hasSingleBean(RelaySettings.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "timeout=PT0S", "timeout=-PT1S", "timeout=PT0.0001S", "conversation=PT19S", "conversation=P2D", "connections=0",
    "mails-per-connection=0", "per-minute=-1", "per-minute-and-domain=-1"
  })
  void namesTheSettingThatIsWrong(String setting) {
    program.withPropertyValues("leads.mail.relay." + setting).run(context ->
        assertThat(context.getStartupFailure())
            .rootCause()
            .hasMessageStartingWith("leads.mail.relay." + setting.split("=")[0] + " must be at "));
  }
}
