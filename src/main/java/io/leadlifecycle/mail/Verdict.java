package io.leadlifecycle.mail;

import io.leadlifecycle.smtp.Answer;
import java.time.Duration;
import java.time.Instant;

/** What the mail server's answer means for a mail. */
final class Verdict {

  /** Nothing was tried, and what was in the way is soon over. */
  private static final Duration SOON = Duration.ofSeconds(10);

  private Verdict() {}

  static NextState of(Delivery delivery) {
    Answer answer = delivery.answer();
    Instant at = delivery.at();
    return switch (answer.kind()) {
      case ACCEPTED -> NextState.sent(at);
      case REFUSED, NO_MAILBOX -> NextState.failed("Refused by the mail server: " + answer.text());
      case NOT_NOW -> later(delivery);
      case WITHHELD, DOWN -> NextState.deferred(at.plus(SOON), "Will be tried again: " + answer.text());
      case LOST -> delivery.mail().mailClass() == MailClass.NURTURE
          ? NextState.unknown(at, "The mail server did not answer, it may have arrived: " + answer.text())
          : later(delivery);
    };
  }

  private static NextState later(Delivery delivery) {
    String text = delivery.answer().text();
    int tries = delivery.mail().tries();
    return BackOff.after(tries)
        .map(wait -> NextState.retried(delivery.at().plus(wait), "Will be tried again: " + text))
        .orElseGet(() -> NextState.failed("Given up after " + (tries + 1) + " tries: " + text));
  }
}
