package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.expiring;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static io.leadlifecycle.mail.MailScenario.order;
import static io.leadlifecycle.mail.MailScenario.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadlifecycle.Fingerprint;
import io.leadlifecycle.Seal;
import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.letter.Templates;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the ledger proves about a mail, and what it must not tell. */
@ExtendWith(OutputCaptureExtension.class)
class MailProofTests {

  private MailScenario scenario;

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  private Mails mailsOn(DataSource database) {
    scenario = MailScenario.on(database);
    return scenario.node();
  }

  @AfterEach
  void close() {
    if (scenario != null) {
      scenario.close();
    }
  }

  private String variables(String key) {
    return scenario.jdbc.sql("select variables from mail_ledger where mail_key = ?").param(key)
        .query(String.class).single();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void knowsWhatWasSentAndWhichConsentAllowedIt(DataSource database) {
    Mails mails = mailsOn(database);
    mails.post(nurture("n:1"));
    assertThat(mails.find("n:1").orElseThrow().textHash()).isNull();
    mails.dispatch();
    MailEntry sent = mails.find("n:1").orElseThrow();
    assertThat(sent.consent()).isEqualTo("lead-1:1");
    assertThat(sent.textHash())
        .isEqualTo(Fingerprint.of(scenario.inbox.mails().get(0).text().replace("\r\n", "\n")));
    assertThat(sent.templateVersion()).isEqualTo(Fingerprint.of(Templates.PLAYBOOK.text("mails/news-1.en.md")));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sealsWhatAMailIsToSayAndForgetsItWhenThatIsOver(DataSource database) {
    Mails mails = mailsOn(database);
    mails.post(service("sent"));
    assertThat(variables("sent")).isNotEmpty().doesNotContain("https", "{");
    mails.dispatch();
    assertThat(variables("sent")).as("SENT").isEmpty();

    mails.post(order("failed", MailClass.SERVICE, "not an address", "opt-in", null));
    mails.dispatch();
    assertThat(mails.find("failed").orElseThrow().state()).isEqualTo(MailState.FAILED);
    assertThat(variables("failed")).as("FAILED may be sent again").isNotEmpty();

    mails.post(nurture("left out"));
    mails.leaveOut("left out", "No");
    assertThat(variables("left out")).as("SKIPPED").isEmpty();
    scenario.skip(mails, nurture("skipped"), "No");
    assertThat(variables("skipped")).as("SKIPPED at once").isEmpty();

    mails.post(expiring("expired", scenario.clock.instant()));
    scenario.clock.tick(Duration.ofDays(2));
    mails.dispatch();
    assertThat(mails.find("expired").orElseThrow().state()).isEqualTo(MailState.EXPIRED);
    assertThat(variables("expired")).as("EXPIRED").isEmpty();

    mails.post(nurture("cancelled"));
    mails.suppress(ANNA, "Link");
    assertThat(mails.find("cancelled").orElseThrow().state()).isEqualTo(MailState.CANCELLED);
    assertThat(variables("cancelled")).as("CANCELLED").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void sendsNoNurtureMailWithoutConsent(String consent) {
    for (String none : new String[] {null, consent}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MailOrder(
              "n:1", MailClass.NURTURE, "lead-1", none, ANNA, "", Locale.ENGLISH, MailScenario.UTC, "news-1",
              Templates.values(), null))
          .withMessage("Nurture mail n:1 does not say which consent allows it");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new MailOrder(
        "s:1", MailClass.SERVICE, "lead-1", "lead-1:1", ANNA, "", Locale.ENGLISH, null, "opt-in",
        Templates.values(), null));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keepsAddressesOutOfTheLog(DataSource database, CapturedOutput log) {
    Mails mails = mailsOn(database);
    mails.post(order("no address", MailClass.SERVICE, "erika muster at home", "opt-in", null));
    mails.dispatch();
    assertThat(mails.find("no address").orElseThrow().state()).isEqualTo(MailState.FAILED);
    assertThat(log.getAll()).contains("Mail no address cannot be written").doesNotContain("erika muster at home");
  }

  @Test
  void opensNoSealThatIsNotItsOwn() {
    String sealed = new Seal("secret", "mail variables").close("https://confirm/x");
    assertThat(new Seal("secret", "mail variables").open(sealed)).isEqualTo("https://confirm/x");
    assertThat(new Seal("secret", "mail variables").close("https://confirm/x")).isNotEqualTo(sealed);
    for (Seal other : new Seal[] {new Seal("secret", "something else"), new Seal("other", "mail variables")}) {
      assertThatIllegalStateException().isThrownBy(() -> other.open(sealed));
    }
    char first = sealed.charAt(20) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, 20) + first + sealed.substring(21);
    assertThatIllegalStateException().isThrownBy(() -> new Seal("secret", "mail variables").open(changed));
  }
}
