package io.leadlifecycle.mail;

import static io.leadlifecycle.letter.Templates.values;
import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static io.leadlifecycle.mail.MailScenario.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.smtp.SandboxMail;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a mail looks like where it arrives. */
class EnvelopesTests {

  private static SandboxMail arrived(MailOrder order) {
    try (MailScenario scenario = MailScenario.on(TestDatabases.h2())) {
      Mails mails = scenario.node();
      mails.post(order);
      mails.dispatch();
      assertThat(mails.find(order.key())).map(MailEntry::reason).contains("Accepted by the mail server");
      return scenario.inbox.mails().get(0);
    }
  }

  private static MailOrder german(Map<String, String> overriding, String name) {
    Map<String, String> values = new HashMap<>(values());
    values.putAll(overriding);
    return new MailOrder(
        "n:1", MailClass.NURTURE, "lead-1", ANNA, name, Locale.GERMAN, MailScenario.UTC, "news-1", values, null);
  }

  @Test
  void letsReadersUnsubscribeWithOneClick() {
    assertThat(arrived(nurture("n:1")).headers())
        .containsEntry("List-Unsubscribe", "<https://leads.example.com/unsubscribe/abc>")
        .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
        .doesNotContainKey("Auto-Submitted");
  }

  @Test
  void marksServiceMailAsWrittenByAMachine() {
    assertThat(arrived(service("s:1")).headers())
        .containsEntry("Auto-Submitted", "auto-generated")
        .doesNotContainKey("List-Unsubscribe");
  }

  @Test
  void keepsUmlautsInSubjectNamesAndBothParts() {
    SandboxMail mail = arrived(german(Map.of("firstName", "Jürgen"), "Jürgen Groß"));

    assertThat(mail.subject()).isEqualTo("Neues für Jürgen");
    assertThat(mail.from()).isEqualTo("\"Sändbox\" <leads@example.com>");
    assertThat(mail.to()).isEqualTo(ANNA);
    assertThat(mail.headers().get("To")).contains("Jürgen Groß");
    assertThat(mail.headers().get("Content-Type")).startsWith("multipart/alternative");
    assertThat(mail.text()).contains("Guten Tag Jürgen", "Grüße an Bau AG");
    assertThat(mail.html()).contains("Guten Tag Jürgen", "Grüße an Bau AG");
  }

  @Test
  void doesNotLetANameAddHeaders() {
    String hostile = "Anna\r\nBcc: all@example.com";
    SandboxMail mail = arrived(german(Map.of("firstName", hostile), hostile));

    assertThat(mail.headers()).doesNotContainKey("Bcc");
  }

  @Test
  void derivesTheMessageIdFromTheKey() {
    assertThat(arrived(nurture("n:1")).messageId())
        .isEqualTo(arrived(nurture("n:1")).messageId())
        .isNotEqualTo(arrived(nurture("n:2")).messageId())
        .endsWith("@example.com");
  }
}
