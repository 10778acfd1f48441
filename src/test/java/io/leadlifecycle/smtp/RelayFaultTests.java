package io.leadlifecycle.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestClock;
import io.leadlifecycle.smtp.Answer.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault in every phase of a conversation with encryption and login, judged by the server's own log. */
class RelayFaultTests {

  private static final Duration TIMEOUT = Duration.ofMillis(400);
  private static final Duration CONVERSATION = Duration.ofMillis(900);
  /** For the machine to be slow, and for nothing else. */
  private static final Duration SLACK = Duration.ofMillis(800);

  private static TestCertificate certificate;

  @BeforeAll
  static void warmUp() throws Exception {
    certificate = new TestCertificate("ip:127.0.0.1");
    try (FaultyServer server = server(); SmtpRelay relay = relay(server, Duration.ofSeconds(20))) {
      assertThat(relay.send(TestMail.to("warm@example.com"), () -> true)).isEqualTo(Answer.ACCEPTED);
    }
  }

  private static FaultyServer server() throws Exception {
    FaultyServer server = new FaultyServer(new TestClock(), TIMEOUT.plusMillis(200));
    server.secured(certificate.ofServer()).admitting("us", "secret");
    return server;
  }

  private static SmtpRelay relay(FaultyServer server, Duration timeout) throws Exception {
    RelaySettings settings = new RelaySettings(
        "127.0.0.1", server.port(), "us", "secret", true, timeout, timeout.plus(CONVERSATION.minus(TIMEOUT)), 2,
        100, true, 0, 0);
    return new SmtpRelay(settings, new RelayHealth(new TestClock()), certificate.trusted());
  }

  static Stream<Arguments> faults() {
    return Stream.of(Phase.values())
        .flatMap(phase -> Stream.of(Fault.values()).map(fault -> Arguments.of(phase, fault, expected(phase, fault))));
  }

  private static Kind expected(Phase phase, Fault fault) {
    if (phase.isBeforeMail()) {
      return Kind.DOWN;
    }
    boolean finished = phase == Phase.DOT;
    return switch (fault) {
      case CLOSING -> phase == Phase.MAIL ? Kind.DOWN : Kind.NOT_NOW;
      case NOT_NOW, CONTROL_CHARACTERS -> Kind.NOT_NOW;
      case REFUSAL -> phase == Phase.MAIL ? Kind.NOT_NOW : Kind.REFUSED;
      default -> finished ? Kind.LOST : Kind.NOT_NOW;
    };
  }

  @ParameterizedTest
  @MethodSource("faults")
  void tellsWhetherAMailWasSentAndNeverTakesLongerThanAConversation(Phase phase, Fault fault, Kind expected)
      throws Exception {
    try (FaultyServer server = server(); SmtpRelay relay = relay(server, TIMEOUT)) {
      server.misbehave(phase, fault);
      long start = System.nanoTime();
      Answer answer = relay.send(TestMail.to("anna@example.com"), () -> true);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(CONVERSATION.plus(SLACK));
      assertThat(answer.kind()).as(answer.text()).isEqualTo(expected);
      assertThat(answer.text()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
      if (fault.isRefusal()) {
        assertThat(answer.text()).isEqualTo(fault.inOneLine());
      }
      if (expected != Kind.LOST) {
        assertThat(server.mails()).isEmpty();
      }
      assertThat(server.mails().size()).isLessThanOrEqualTo(1);

      server.behave();
      assertThat(relay.outage()).isEmpty();
      assertThat(relay.send(TestMail.to("ben@example.com"), () -> true)).isEqualTo(Answer.ACCEPTED);
      assertThat(server.mails()).filteredOn(mail -> mail.to().equals("ben@example.com")).hasSize(1);
    }
  }

  static Stream<Arguments> outages() {
    return faults().filter(fault -> ((Phase) fault.get()[0]).isBeforeMail() && !((Fault) fault.get()[1]).takesTime());
  }

  @ParameterizedTest
  @MethodSource("outages")
  void tellsWhyTheServerCannotBeUsed(Phase phase, Fault fault, Kind expected) throws Exception {
    try (FaultyServer server = server(); SmtpRelay relay = relay(server, TIMEOUT)) {
      server.misbehave(phase, fault);

      assertThat(relay.outage()).hasValueSatisfying(why -> assertThat(why).isNotBlank().contains(fault.inOneLine()));
    }
  }
}
