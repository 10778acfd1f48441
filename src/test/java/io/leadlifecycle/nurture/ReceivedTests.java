package io.leadlifecycle.nurture;

import static io.leadlifecycle.activity.ContentStage.AWARENESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceivedTests {

  private static final Instant POSTED = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant DUE = Instant.parse("2026-03-02T13:00:00Z");
  private static final Instant SENT = Instant.parse("2026-03-02T14:00:00Z");

  private final Enrolment basics = enrolment("basics");
  private final Enrolment other = enrolment("other");

  @Test
  void countsFromTheRealSend() {
    assertThat(received(MailState.SENT, SENT).when(turn(basics))).contains(SENT);
  }

  @Test
  void takesAWaitingMailForHadWhenItIsDue() {
    assertThat(received(MailState.DEFERRED, null).when(turn(basics))).contains(DUE);
  }

  @Test
  void goesOnAfterAMailThatFailed() {
    assertThat(received(MailState.FAILED, null).when(turn(basics))).contains(POSTED);
  }

  @Test
  void knowsTheMailFromAnotherSequenceUnlessItFailed() {
    assertThat(received(MailState.UNKNOWN, SENT).when(turn(other))).contains(SENT);
    assertThat(received(MailState.CANCELLED, null).when(turn(other))).isEmpty();
  }

  @Test
  void tellsWhatIsHadFromWhatMayStillFail() {
    assertThat(received(MailState.SENT, SENT).waiting()).isEmpty();
    assertThat(received(MailState.PENDING, null).waiting()).containsExactly("shared-1");
    assertThat(received(MailState.EXPIRED, null).waiting()).isEmpty();
  }

  @Test
  void doesNotTakeAMailThatWasLeftOutForHad() {
    Received received = received(MailState.SKIPPED, null);
    assertThat(received.when(turn(basics))).isEmpty();
    assertThat(received.isInLedger(turn(basics))).isTrue();
    assertThat(received.isInLedger(turn(other))).isFalse();
  }

  private static Turn turn(Enrolment enrolment) {
    return Turn.due(enrolment, 1, POSTED);
  }

  private Received received(MailState state, Instant sent) {
    return Received.from(List.of(mail(state, sent)));
  }

  private MailEntry mail(MailState state, Instant sent) {
    return new MailEntry(
        basics.key("shared-1"), MailClass.NURTURE, "lead", "shared-1", "Subject", state, "", "id", POSTED, DUE,
        sent, "lead:1", null, null);
  }

  private static Enrolment enrolment(String key) {
    return new Enrolment(UUID.randomUUID(), Nurtured.sequence(key, AWARENESS, "shared-1@PT1H"), POSTED);
  }
}
