package io.leadlifecycle.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.calendar.MailCap;
import java.time.Duration;
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
    assertThat(bound(Map.of()).cap()).isEqualTo(MailCap.of("1 per PT24H"));
    assertThat(bound(Map.of("leads.mail.cap", "1 per P7D")).cap()).isEqualTo(MailCap.of("1 per P7D"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "1", "0 per P1D", "1 per day", "1 per P0D", "1 per -P1D", "1 per P-1D", "1 per P1D or 3 per P7D",
    "1 per P1D and", "100 per P1D"
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
    assertThat(MailCap.of("1 per P1D and 3 per P7D")).hasToString("one mail per 24 h and 3 mails per 7 days");
  }

  @Test
  void refuseALeaseThatMayEndBeforeAConversationDoes() {
    MailSettings settings = bound(Map.of("leads.mail.lease", "PT1M"));
    assertThatThrownBy(() -> settings.requireLeaseLongerThan(Duration.ofSeconds(40)))
        .hasMessageContaining("leads.mail.lease must be at least PT1M20S");
    assertThat(settings.requireLeaseLongerThan(Duration.ofSeconds(30))).isSameAs(settings);
  }

  @Test
  void nameMailboxesForThoseWhoWantNoMoreAndForBounces() {
    Sender usual = Sender.of(bound(Map.of("leads.mail.from", "Anna <anna@mail.example>")));
    assertThat(usual.unsubscribe()).isEqualTo("unsubscribe@mail.example");
    assertThat(usual.bouncesOf("4f@mail.example")).isEqualTo("bounces+4f@mail.example");

    Sender own = Sender.of(bound(Map.of(
        "leads.mail.unsubscribe-mailbox", "stop@help.example", "leads.mail.bounces", "back@help.example")));
    assertThat(own.waysOut("https://x/unsubscribe/a")).endsWith("<mailto:stop@help.example?subject=a>");
    assertThat(own.bouncesOf("4f@mail.example")).isEqualTo("back+4f@help.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "@example.com", "a@b@c", "a-name-that-is-much-too-long-for-this@example.com"})
  void refuseAMailboxForBouncesThatCannotBe(String mailbox) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sender.of(bound(Map.of("leads.mail.bounces", mailbox))))
        .withMessageStartingWith("leads.mail.bounces");
  }
}
