package io.leadlifecycle.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.inbox.InboxSettings.Encryption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxSettingsTests {

  private static InboxSettings settings(String host, Encryption encryption, String user, Duration every, String keyword) {
    return new InboxSettings(host, 0, user, "hush", encryption, "INBOX", every, List.of(keyword));
  }

  @Test
  void tellsNoOtherMachineAPasswordInClear() {
    assertThat(settings("127.0.0.1", Encryption.NONE, "a", Duration.ofMinutes(1), "stop").protocol()).isEqualTo("imap");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("imap.example.com", Encryption.NONE, "a", Duration.ofMinutes(1), "stop"))
        .withMessageStartingWith("leads.inbox.encryption");
  }

  @Test
  void namesWhatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("imap.example.com", Encryption.TLS, "", Duration.ofMinutes(1), "stop"))
        .withMessageStartingWith("leads.inbox.user");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("imap.example.com", Encryption.TLS, "a", Duration.ZERO, "stop"))
        .withMessageStartingWith("leads.inbox.every");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("imap.example.com", Encryption.TLS, "a", Duration.ofMinutes(1), "!"))
        .withMessageStartingWith("leads.inbox.keywords");
  }

  @Test
  void keepsItsPasswordToItself() {
    assertThat(settings("imap.example.com", Encryption.TLS, "a", Duration.ofMinutes(1), "stop").toString())
        .doesNotContain("hush");
  }
}
