package io.leadlifecycle.nurture;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * All that decides about a lead's next mail, at one instant.
 *
 * @param mayMail whether the lead agreed
 * @param notBefore when both a pause and the cap let a mail go
 * @param window the least time between two mails
 * @param zone the clock at the lead's wall
 */
record Situation(
    Instant now,
    boolean mayMail,
    Instant notBefore,
    Duration window,
    ZoneId zone,
    List<Enrolment> enrolments,
    Received received) {

  Situation {
    enrolments = mayMail ? List.copyOf(enrolments) : List.of();
  }

  /** How things stand when that mail has gone. */
  Situation after(Turn sent) {
    Instant next = sent.at().plus(window);
    return new Situation(sent.at(), mayMail, next, window, zone, enrolments, received.and(sent));
  }
}
