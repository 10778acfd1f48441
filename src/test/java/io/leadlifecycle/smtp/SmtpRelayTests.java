package io.leadlifecycle.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadlifecycle.AtOnce;
import io.leadlifecycle.TestClock;
import io.leadlifecycle.smtp.Answer.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.actuate.health.Status;

class SmtpRelayTests {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final TestClock clock = new TestClock();
  private final RelayHealth health = new RelayHealth(clock);
  private MailSink server = new MailSink(clock);
  private SmtpRelay relay = relay(4, 100);

  private SmtpRelay relay(int connections, int mailsPerConnection) {
    return relay(TIMEOUT, connections, mailsPerConnection);
  }

  private SmtpRelay relay(Duration time, int connections, int mailsPerConnection) {
    return relay(time, time, connections, mailsPerConnection);
  }

  private SmtpRelay relay(Duration answer, Duration conversation, int connections, int mailsPerConnection) {
    return relay(answer, conversation, connections, mailsPerConnection, true);
  }

  private SmtpRelay relay(
      Duration answer, Duration conversation, int connections, int mailsPerConnection, boolean pipelining) {
    return new SmtpRelay(
        new RelaySettings(
            "127.0.0.1", server.port(), "", "", false, answer, conversation, connections, mailsPerConnection,
            pipelining, 0, 0),
        health);
  }

  @AfterEach
  void close() {
    relay.close();
    server.close();
  }

  private Answer send() {
    return relay.send(TestMail.to("anna@example.com"), () -> true);
  }

  @Test
  void sendsMailAfterMailOverOneConnection() {
    assertThat(relay.outage()).isEmpty();
    for (int i = 0; i < 10; i++) {
      assertThat(send()).isEqualTo(Answer.ACCEPTED);
      assertThat(relay.outage()).isEmpty();
    }

    assertThat(server.mails()).hasSize(10);
    assertThat(server.visits()).isEqualTo(1);
  }

  @Test
  void opensNoMoreConnectionsThanItMay() throws Exception {
    relay = relay(3, 100);
    List<Answer> answers = AtOnce.run(40, number -> send());

    assertThat(answers).hasSize(40).containsOnly(Answer.ACCEPTED);
    assertThat(server.mails()).hasSize(40);
    assertThat(server.visits()).isBetween(1, 3);
  }

  @Test
  void replacesAConnectionAfterItsNumberOfMails() {
    relay = relay(1, 3);
    for (int i = 0; i < 7; i++) {
      send();
    }

    assertThat(server.mails()).hasSize(7);
    assertThat(server.visits()).isEqualTo(3);
  }

  @Test
  void losesNothingWhenTheServerHasClosedAnIdleConnection() {
    for (int i = 0; i < 5; i++) {
      assertThat(send()).isEqualTo(Answer.ACCEPTED);
      server.hangUp();
      assertThat(i % 2 == 0 ? relay.outage() : Optional.empty()).isEmpty();
    }

    assertThat(server.mails()).hasSize(5);
  }

  @Test
  void usesAConnectionAgainAfterARefusalAndNeverAfterAnythingUnclear() {
    FaultyServer faulty = new FaultyServer(clock, TIMEOUT);
    server.close();
    server = faulty;
    relay = relay(1, 100);

    for (Phase phase : List.of(Phase.MAIL, Phase.RCPT, Phase.DATA, Phase.DOT)) {
      faulty.misbehave(phase, Fault.REFUSAL);
      assertThat(send().text()).isEqualTo(Fault.REFUSAL.text);
      faulty.behave();
      assertThat(send()).isEqualTo(Answer.ACCEPTED);
    }
    assertThat(faulty.visits()).isEqualTo(1);

    faulty.misbehave(Phase.DOT, Fault.GARBAGE);
    assertThat(send().kind()).isEqualTo(Kind.LOST);
    faulty.behave();
    assertThat(send()).isEqualTo(Answer.ACCEPTED);
    assertThat(faulty.visits()).isEqualTo(2);
  }

  @Test
  void doesNotUseAConnectionAgainOnWhichAMailCouldNotBeTakenBack() {
    server.close();
    server = new MailSink(clock) {
      @Override
      boolean reply(Phase phase, Conversation client, String usual) throws IOException {
        boolean refuses = phase == Phase.RCPT;
        return super.reply(phase, client, refuses ? Fault.REFUSAL.text : usual) && !refuses;
      }

      @Override
      void answerAside(Conversation client) throws IOException {
        client.say(Fault.GARBAGE.text);
      }
    };
    relay = relay(1, 100);

    assertThat(send()).isEqualTo(new Answer(Kind.REFUSED, Fault.REFUSAL.text));
    assertThat(send()).isEqualTo(new Answer(Kind.REFUSED, Fault.REFUSAL.text));
    assertThat(server.visits()).isEqualTo(2);
  }

  /** A server may be so simple: what comes now, it would take for a mail, and never answer. */
  @Test
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void leavesAServerThatWaitsForAMailWhoseRecipientItRefused() {
    server.close();
    server = new MailSink(clock) {
      @Override
      boolean reply(Phase phase, Conversation client, String usual) throws IOException {
        return super.reply(phase, client, phase == Phase.RCPT ? Fault.REFUSAL.text : usual);
      }
    };
    relay = relay(Duration.ofMinutes(1), 1, 100);

    assertThat(send()).isEqualTo(new Answer(Kind.REFUSED, Fault.REFUSAL.text));
    assertThat(send()).isEqualTo(new Answer(Kind.REFUSED, Fault.REFUSAL.text));
    assertThat(server.visits()).isEqualTo(2);
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void doesNotUseAConnectionAgainOnWhichARefusalWasTheLastWord() {
    server.close();
    server = new MailSink(clock) {
      @Override
      boolean reply(Phase phase, Conversation client, String usual) throws IOException {
        boolean refuses = phase == Phase.RCPT && visits() == 1;
        client.say(refuses ? Fault.REFUSAL.text : usual);
        return !refuses || !client.isLeftWithin(Duration.ZERO);
      }
    };
    relay = relay(Duration.ofMillis(500), TIMEOUT, 1, 100);

    assertThat(send()).isEqualTo(new Answer(Kind.REFUSED, Fault.REFUSAL.text));
    assertThat(send()).isEqualTo(Answer.ACCEPTED);
    assertThat(server.visits()).isEqualTo(2);
  }

  @Test
  void saysAllButTheMailAtOnceWhereTheServerOffersThat() {
    assertThat(phasesSaidWithMore("250-PIPELINING\r\n", true)).containsExactly(Phase.MAIL, Phase.RCPT);
  }

  @Test
  void waitsForEachAnswerWhereTheServerDoesNotOfferThat() {
    assertThat(phasesSaidWithMore("", true)).isEmpty();
  }

  @Test
  void waitsForEachAnswerWhereAnOperatorSaysSo() {
    assertThat(phasesSaidWithMore("250-PIPELINING\r\n", false)).isEmpty();
  }

  private Set<Phase> phasesSaidWithMore(String offer, boolean pipelining) {
    Set<Phase> more = EnumSet.noneOf(Phase.class);
    server.close();
    server = new MailSink(clock) {
      @Override
      boolean reply(Phase phase, Conversation client, String usual) throws IOException {
        if (client.hasMore()) {
          more.add(phase);
        }
        return super.reply(phase, client, usual.replace("250-PIPELINING\r\n", offer));
      }
    };
    relay = relay(TIMEOUT, TIMEOUT, 1, 100, pipelining);
    assertThat(send()).isEqualTo(Answer.ACCEPTED);
    assertThat(server.mails()).hasSize(1);
    return more;
  }

  @Test
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void cutsOffAServerThatNeverComesToAnEnd() {
    server.close();
    FaultyServer faulty = new FaultyServer(clock, TIMEOUT);
    server = faulty;
    relay = relay(Duration.ofSeconds(1), 1, 100);
    assertThat(relay.outage()).isEmpty();
    faulty.misbehave(Phase.DOT, Fault.LETTER_BY_LETTER);

    assertThat(send()).isEqualTo(new Answer(Kind.LOST, "It took longer than PT1S"));
  }

  @Test
  @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
  void givesASecondConnectionNoMoreTimeThanWasLeft() {
    server.close();
    FaultyServer faulty = new FaultyServer(clock, TIMEOUT);
    server = faulty;
    relay = relay(Duration.ofSeconds(1), 1, 100);
    assertThat(relay.outage()).isEmpty();
    faulty.misbehave(Phase.MAIL, Fault.LETTER_BY_LETTER);

    assertThat(send()).satisfies(
        answer -> assertThat(answer.kind().nothingSent()).isTrue(),
        answer -> assertThat(answer.text()).isEqualTo("It took longer than PT1S"));
  }

  @Test
  void sendsNothingOnASecondThoughtAndLeavesTheConnection() {
    Answer answer = relay.send(TestMail.to("anna@example.com"), () -> false);

    assertThat(answer.kind()).isEqualTo(Kind.WITHHELD);
    assertThat(send()).isEqualTo(Answer.ACCEPTED);
    assertThat(server.mails()).hasSize(1);
    assertThat(server.visits()).isEqualTo(2);
  }

  @Test
  void sendsNothingIfTheLastLookFails() {
    Answer answer = relay.send(TestMail.to("anna@example.com"), () -> {
      throw new IllegalStateException("the database is on fire");
    });

    assertThat(answer).isEqualTo(new Answer(Kind.NOT_NOW, "the database is on fire"));
    assertThat(send()).isEqualTo(Answer.ACCEPTED);
    assertThat(server.mails()).hasSize(1);
  }

  @Test
  void sendsNothingIfTheLastLookOutlastsTheConversation() {
    relay = relay(Duration.ofSeconds(1), 1, 100);
    assertThat(relay.outage()).isEmpty();
    Answer answer = relay.send(TestMail.to("anna@example.com"), () -> {
      await().until(server::isAlone);
      return true;
    });

    assertThat(answer).isEqualTo(new Answer(Kind.NOT_NOW, "It took longer than PT1S"));
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void looksAgainWhenAllButTheDotIsSaid() {
    relay.send(TestMail.to("anna@example.com"), () -> {
      assertThat(server.heardInClear()).endsWith("DATA");
      assertThat(server.mails()).isEmpty();
      return true;
    });

    assertThat(server.mails()).hasSize(1);
  }

  @Test
  void saysGoodbyeOnAllConnectionsInTheEnd() throws Exception {
    AtOnce.run(8, number -> send());
    relay.close();

    await().untilAsserted(() -> assertThat(server.goodbyes()).isEqualTo(server.visits()));
  }

  @Test
  void isHealthyUntilTheServerIsFoundUnusableAndAgainWhenItIsBack() {
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    int port = server.port();
    server.close();
    assertThat(relay.outage()).isPresent();
    String since = clock.instant().toString();
    clock.tick(Duration.ofMinutes(3));
    assertThat(send().kind()).isEqualTo(Kind.DOWN);

    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.health().getDetails()).containsEntry("since", since);
    assertThat((String) health.health().getDetails().get("why")).contains("Connection refused");

    server = new MailSink(clock, port);
    assertThat(relay.outage()).isEmpty();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isHealthyAgainWithoutAMailAsSoonAsTheServerLetsUsIn() {
    server.close();
    FaultyServer faulty = new FaultyServer(clock, TIMEOUT).misbehave(Phase.MAIL, Fault.CLOSING);
    server = faulty;
    relay = relay(1, 100);
    assertThat(send()).isEqualTo(new Answer(Kind.DOWN, Fault.CLOSING.text));
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

    faulty.behave();
    assertThat(relay.outage()).isEmpty();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }
}
