package io.leadlifecycle.mail;

import static io.leadlifecycle.letter.Templates.values;
import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static io.leadlifecycle.mail.MailScenario.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.smtp.SandboxMail;
import java.util.HashMap;
import java.util.List;
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
        "n:1", MailClass.NURTURE, "lead-1", "lead-1:1", ANNA, name, Locale.GERMAN, MailScenario.UTC, "news-1",
        values, null);
  }

  @Test
  void letsReadersUnsubscribeByWebAndByMail() {
    assertThat(arrived(nurture("n:1")).headers())
        .containsEntry(
            "List-Unsubscribe",
            "<https://leads.example.com/unsubscribe/abc>, <mailto:unsubscribe@example.com?subject=abc>")
        .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    assertThat(arrived(service("s:1")).headers())
        .doesNotContainKeys("List-Unsubscribe", "List-Unsubscribe-Post", "List-Id", "Feedback-ID");
  }

  @Test
  void namesTheListAndTellsGmailWhatMailItIs() {
    assertThat(arrived(german(Map.of("companyName", "Groß, Klein & Co."), "Anna")).headers())
        .containsEntry("List-Id", "Groß, Klein & Co. <nurture.example.com>")
        .containsEntry("Feedback-ID", "news-1:news:nurture:example.com");
    assertThat(arrived(german(Map.of("companyName", "Klein, Inc."), "Anna")).headers())
        .containsEntry("List-Id", "\"Klein, Inc.\" <nurture.example.com>");
    assertThat(arrived(nurture("n:1")).headers()).containsEntry("List-Id", "Sändbox <nurture.example.com>");
  }

  @Test
  void marksAllMailAsWrittenByAMachine() {
    assertThat(arrived(nurture("n:1")).headers()).containsEntry("Auto-Submitted", "auto-generated");
    assertThat(arrived(service("s:1")).headers()).containsEntry("Auto-Submitted", "auto-generated");
  }

  @Test
  void saysInWhichLanguageItIsWritten() {
    assertThat(arrived(german(Map.of(), "Anna")).headers()).containsEntry("Content-Language", "de");
    assertThat(arrived(service("s:1")).headers()).containsEntry("Content-Language", "en");
  }

  @Test
  void leadsFromABounceToTheMail() {
    for (MailOrder order : List.of(nurture("n:1"), service("s:1"))) {
      SandboxMail mail = arrived(order);
      String id = mail.messageId().replace("@example.com", "");
      assertThat(mail.headers()).containsEntry("Return-Path", "<bounces+" + id + "@example.com>");
    }
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
  void letsNothingAddHeaders() {
    String hostile = "Anna\r\nBcc: all@example.com\r\n\r\nDear all";
    SandboxMail mail = arrived(german(
        Map.of(
            "firstName", hostile,
            "companyName", hostile,
            "unsubscribe", "https://leads.example.com/unsubscribe/abc>\r\nBcc: all@example.com"),
        hostile));

    assertThat(mail.headers()).doesNotContainKey("Bcc");
    assertThat(mail.headers().get("List-Unsubscribe"))
        .startsWith("<https://leads.example.com/unsubscribe/abcBcc:all@example.com>, <mailto:");
    assertThat(mail.text()).startsWith("Guten Tag Anna");
  }

  @Test
  void derivesTheMessageIdFromTheKey() {
    assertThat(arrived(nurture("n:1")).messageId())
        .isEqualTo(arrived(nurture("n:1")).messageId())
        .isNotEqualTo(arrived(nurture("n:2")).messageId())
        .endsWith("@example.com");
  }
}
