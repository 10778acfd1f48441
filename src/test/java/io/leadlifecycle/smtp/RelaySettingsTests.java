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

  @ParameterizedTest
  @ValueSource(strings = {"mail.example.com", "127.0.0.1.example.com", "localhost.example.com", "10.0.0.1"})
  void refusesToSendAPasswordInClear(String host) {
    program.withPropertyValues("leads.mail.relay.host=" + host, "leads.mail.relay.username=us").run(context ->
        assertThat(context.getStartupFailure())
            .rootCause()
            .hasMessageContainingAll("leads.mail.relay.username", "leads.mail.relay.starttls"));
    program
        .withPropertyValues(
            "leads.mail.relay.host=" + host, "leads.mail.relay.username=us", "leads.mail.relay.starttls=true")
        .run(context -> assertThat(context).hasSingleBean(RelaySettings.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.0.1.1", "::1", "[::1]"})
  void letsAPasswordGoInClearToThisMachine(String host) {
    program.withPropertyValues("leads.mail.relay.host=" + host, "leads.mail.relay.username=us").run(context ->
        assertThat(context).hasSingleBean(RelaySettings.class));
  }
}
