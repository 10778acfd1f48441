package io.leadlifecycle.nurture;

import io.leadlifecycle.calendar.Allowance;
import io.leadlifecycle.calendar.Place;
import java.time.Instant;
import java.util.List;

/**
 * All that decides about a lead's next mail, at one instant.
 *
 * @param mayMail whether the lead agreed
 * @param allowance what the cap, the lead's own wish and a pause leave
 */
record Situation(
    Instant now,
    boolean mayMail,
    Allowance allowance,
    Place place,
    List<Enrolment> enrolments,
    Received received) {

  Situation {
    enrolments = mayMail ? List.copyOf(enrolments) : List.of();
  }

  /** How things stand when that mail has gone. */
  Situation after(Turn sent) {
    return new Situation(
        sent.at(), mayMail, allowance.after(sent.at()), place, enrolments, received.and(sent));
  }
}
