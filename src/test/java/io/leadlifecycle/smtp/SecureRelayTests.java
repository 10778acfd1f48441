package io.leadlifecycle.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestClock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With real encryption, and passwords. */
class SecureRelayTests {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static TestCertificate certificate;
  private static TestCertificate ofAnotherServer;

  private final TestClock clock = new TestClock();
  private final MailSink server = new MailSink(clock);

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificate = new TestCertificate("ip:127.0.0.1");
    ofAnotherServer = new TestCertificate("dns:mail.example.com");
  }

  private SmtpRelay relay(String password, SSLSocketFactory tls) {
    return new SmtpRelay(
        new RelaySettings("127.0.0.1", server.port(), "us", password, true, TIMEOUT, TIMEOUT, 1, 100, true, 0, 0),
        new RelayHealth(clock), tls);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void logsInAndSendsEncrypted() throws Exception {
    server.secured(certificate.ofServer()).admitting("us", "secret");
    try (SmtpRelay relay = relay("secret", certificate.trusted())) {
      assertThat(relay.outage()).isEmpty();
      assertThat(relay.send(TestMail.to("anna@example.com"), () -> true)).isEqualTo(Answer.ACCEPTED);
    }

    assertThat(server.mails()).hasSize(1);
    assertOnlyStartedInClear();
  }

  @Test
  void doesNotUseAServerThatRefusesTheLogin() throws Exception {
    server.secured(certificate.ofServer()).admitting("us", "secret");
    try (SmtpRelay relay = relay("wrong", certificate.trusted())) {
      assertThat(relay.outage()).contains("535 wrong name or password");
    }
  }

  @Test
  void doesNotUseAServerThatAsksForNoLoginIfItHasOne() throws Exception {
    server.secured(certificate.ofServer());
    try (SmtpRelay relay = relay("secret", certificate.trusted())) {
      assertThat(relay.outage()).contains("It offers no login");
    }
  }

  @Test
  void givesNoPasswordToAServerThatDoesNotEncrypt() throws Exception {
    server.admitting("us", "secret");
    try (SmtpRelay relay = relay("secret", certificate.trusted())) {
      assertThat(relay.outage()).hasValueSatisfying(why -> assertThat(why).contains("STARTTLS"));
    }

    assertOnlyStartedInClear();
  }

  @Test
  void givesNoPasswordToAServerThatNobodyVouchesFor() throws Exception {
    server.secured(certificate.ofServer()).admitting("us", "secret");
    try (SmtpRelay relay = relay("secret", null)) {
      assertThat(relay.outage()).hasValueSatisfying(why -> assertThat(why).contains("certification path"));
    }

    assertOnlyStartedInClear();
  }

  @Test
  void givesNoPasswordToAServerWithTheCertificateOfAnother() throws Exception {
    server.secured(ofAnotherServer.ofServer()).admitting("us", "secret");
    try (SmtpRelay relay = relay("secret", ofAnotherServer.trusted())) {
      assertThat(relay.outage()).hasValueSatisfying(why -> assertThat(why).contains("127.0.0.1"));
    }

    assertOnlyStartedInClear();
  }

  private void assertOnlyStartedInClear() {
    assertThat(server.heardInClear())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
  }
}
