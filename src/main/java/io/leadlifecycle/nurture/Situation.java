package io.leadlifecycle.nurture;

import io.leadlifecycle.activity.ContentStage;
import io.leadlifecycle.calendar.Allowance;
import io.leadlifecycle.calendar.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that decides about a lead's next mail, at one instant.
 *
 * @param consent names what allows us to mail; null if nothing does
 * @param allowance what the cap, the lead's own wish and a pause leave
 * @param unwanted topics on which the lead wants no mails
 */
record Situation(
    Instant now,
    @Nullable String consent,
    Allowance allowance,
    Place place,
    List<Enrolment> enrolments,
    Set<String> unwanted,
    Received received) {

  Situation {
    enrolments = consent != null ? List.copyOf(enrolments) : List.of();
    unwanted = Set.copyOf(unwanted);
  }

  /** How things stand at that instant, if nothing happens until then. */
  Situation at(Instant then) {
    return new Situation(then, consent, allowance, place, enrolments, unwanted, received);
  }

  Situation knowing(Received other) {
    return new Situation(now, consent, allowance, place, enrolments, unwanted, other);
  }

  Situation allowing(Allowance other) {
    return new Situation(now, consent, other, place, enrolments, unwanted, received);
  }

  /** How things stand when that mail has gone. */
  Situation after(Turn sent) {
    return new Situation(
        sent.at(), consent, allowance.after(sent.at()), place, enrolments, unwanted, received.and(sent));
  }

  /** How things stand when the ledger tells what of this is left out for good. */
  Situation withoutForGood(List<LeftOut> leftOut) {
    Received then = received;
    for (LeftOut step : leftOut) {
      then = step.isForGood(now) ? then.without(step.turn()) : then;
    }
    return knowing(then);
  }

  /** The furthest stage of the lead's sequences on that topic. */
  ContentStage furthestStage(Topic topic) {
    return enrolments.stream()
        .map(Enrolment::sequence)
        .filter(sequence -> sequence.topic().equals(topic))
        .map(Sequence::stage)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
