package io.leadlifecycle.mail;

import io.leadlifecycle.smtp.Answer;
import java.time.Instant;

/** A mail that was let through, and what the mail server said to it. */
record Delivery(Pass pass, Answer answer, Instant at) {

  DueMail mail() {
    return pass.mail();
  }
}
