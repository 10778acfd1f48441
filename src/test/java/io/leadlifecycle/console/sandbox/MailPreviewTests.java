package io.leadlifecycle.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.smtp.SandboxMail;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailPreviewTests {

  @Test
  void showsTheHeadersThatMatterInAFixedOrder() {
    assertThat(MailPreview.headers(mail()).keySet()).containsExactly("Message-ID", "List-Unsubscribe");
  }

  private static SandboxMail mail() {
    Map<String, String> headers =
        Map.of("List-Unsubscribe", "<https://x>", "X-Mailer", "none", "Message-Id", "<1@leads.example>");
    return new SandboxMail(
        "1@leads.example", "a@leads.example", "b@bau.example", "Hello", headers, "", "", Instant.EPOCH);
  }
}
