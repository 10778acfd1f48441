package io.leadlifecycle.nurture;

import io.leadlifecycle.activity.ContentStage;
import io.leadlifecycle.nurture.Sequence.Step;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A lead that agreed to mails, and what it has had so far. Each method changes a copy. */
record Nurtured(Situation situation) {

  static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final Duration DAY = Duration.ofDays(1);
  static final Duration WEEK = Duration.ofDays(7);
  static final SendHours ALL_DAY =
      new SendHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EnumSet.allOf(DayOfWeek.class));

  static Nurtured aLead() {
    return new Nurtured(
        new Situation(MONDAY_NOON, true, MONDAY_NOON, DAY, ZoneOffset.UTC, List.of(), Received.NOTHING));
  }

  /** A sequence whose steps are written {@code basics-1@P1D}, or {@code basics-1@P1D!P30D} if they expire. */
  static Sequence sequence(String key, ContentStage stage, String... steps) {
    return new Sequence(key, key, 0, stage, List.of(), false, Stream.of(steps).map(Nurtured::step).toList());
  }

  private static Step step(String text) {
    String[] parts = text.split("[@!]");
    return new Step(parts[0], Duration.parse(parts[1]), parts.length > 2 ? Duration.parse(parts[2]) : null);
  }

  Nurtured in(Sequence sequence) {
    List<Enrolment> more = new ArrayList<>(situation.enrolments());
    more.add(new Enrolment(UUID.nameUUIDFromBytes(sequence.key().getBytes()), sequence, situation.now()));
    return new Nurtured(
        new Situation(situation.now(), situation.mayMail(), situation.notBefore(), situation.window(),
            situation.zone(), more, situation.received()));
  }

  Nurtured withoutConsent() {
    return new Nurtured(
        new Situation(situation.now(), false, situation.notBefore(), situation.window(), situation.zone(),
            situation.enrolments(), situation.received()));
  }

  Nurtured withOneMailPer(Duration window) {
    return new Nurtured(
        new Situation(situation.now(), situation.mayMail(), situation.notBefore(), window, situation.zone(),
            situation.enrolments(), situation.received()));
  }

  Nurtured notBefore(Instant notBefore) {
    return new Nurtured(
        new Situation(situation.now(), situation.mayMail(), notBefore, situation.window(), situation.zone(),
            situation.enrolments(), situation.received()));
  }

  Nurtured at(Instant now) {
    return new Nurtured(
        new Situation(now, situation.mayMail(), situation.notBefore(), situation.window(), situation.zone(),
            situation.enrolments(), situation.received()));
  }

  Nurtured livingIn(String zone) {
    return new Nurtured(
        new Situation(situation.now(), situation.mayMail(), situation.notBefore(), situation.window(),
            ZoneId.of(zone), situation.enrolments(), situation.received()));
  }

  /** The mail went out, later than announced. */
  Nurtured received(Turn turn, Instant at) {
    return new Nurtured(situation.after(turn.at(at)));
  }
}
