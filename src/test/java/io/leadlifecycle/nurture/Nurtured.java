package io.leadlifecycle.nurture;

import io.leadlifecycle.activity.ContentStage;
import io.leadlifecycle.calendar.Allowance;
import io.leadlifecycle.calendar.MailCap;
import io.leadlifecycle.calendar.Place;
import io.leadlifecycle.calendar.SendCalendar;
import io.leadlifecycle.calendar.SendHours;
import io.leadlifecycle.mail.MailEntry;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A lead that agreed to mails, and what it has had so far. Each method changes a copy. */
record Nurtured(Situation situation) {

  static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final Duration DAY = Duration.ofDays(1);
  static final Duration WEEK = Duration.ofDays(7);
  static final SendCalendar ALL_DAY = calendar(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
  private static final Place UTC = new Place(ZoneOffset.UTC, null);
  private static final Allowance A_MAIL_A_DAY = new Allowance(MailCap.of("1 per P1D"), List.of(), Instant.EPOCH);

  static SendCalendar calendar(LocalTime from, LocalTime until) {
    return new SendCalendar(new SendHours(from, until, EnumSet.allOf(DayOfWeek.class), true));
  }

  static Nurtured aLead() {
    return new Nurtured(
        new Situation(MONDAY_NOON, "lead:1", A_MAIL_A_DAY, UTC, List.of(), Set.of(), Received.NOTHING));
  }

  /** A sequence whose steps are written {@code basics-1@P1D}, or {@code basics-1@P1D!P30D} if they expire. */
  static Sequence sequence(String key, ContentStage stage, String... steps) {
    return sequence(key, key, stage, steps);
  }

  static Sequence sequence(String key, String topic, ContentStage stage, String... steps) {
    return new Sequence(
        key, Topic.untitled(topic), 0, stage, List.of(), false, Stream.of(steps).map(Nurtured::step).toList());
  }

  private static Step step(String text) {
    String[] parts = text.split("[@!]");
    return new Step(parts[0], Duration.parse(parts[1]), parts.length > 2 ? Duration.parse(parts[2]) : null);
  }

  Nurtured in(Sequence sequence) {
    List<Enrolment> more = new ArrayList<>(situation.enrolments());
    more.add(new Enrolment(UUID.nameUUIDFromBytes(sequence.key().getBytes()), sequence, situation.now()));
    return with(situation.now(), situation.consent(), situation.allowance(), situation.place(), more);
  }

  Nurtured withoutConsent() {
    return with(situation.now(), null, situation.allowance(), situation.place(), situation.enrolments());
  }

  Nurtured withCap(String cap) {
    Allowance allowance = situation.allowance();
    return allowed(new Allowance(MailCap.of(cap), allowance.sent(), allowance.notBefore()));
  }

  Nurtured notBefore(Instant notBefore) {
    return allowed(situation.allowance().notBefore(notBefore));
  }

  private Nurtured allowed(Allowance allowance) {
    return with(situation.now(), situation.consent(), allowance, situation.place(), situation.enrolments());
  }

  Nurtured at(Instant now) {
    return with(now, situation.consent(), situation.allowance(), situation.place(), situation.enrolments());
  }

  Nurtured livingIn(String zone) {
    Place place = new Place(ZoneId.of(zone), null);
    return with(situation.now(), situation.consent(), situation.allowance(), place, situation.enrolments());
  }

  private Nurtured with(
      Instant now, @Nullable String consent, Allowance allowance, Place place, List<Enrolment> enrolments) {
    return new Nurtured(
        new Situation(
            now, consent, allowance, place, enrolments, situation.unwanted(), situation.received()));
  }

  Nurtured notWanting(String... topics) {
    return new Nurtured(
        new Situation(
            situation.now(), situation.consent(), situation.allowance(), situation.place(),
            situation.enrolments(), Set.of(topics), situation.received()));
  }

  /** With those mails in the ledger. */
  Nurtured knowing(MailEntry... ledger) {
    return new Nurtured(
        new Situation(
            situation.now(), situation.consent(), situation.allowance(), situation.place(),
            situation.enrolments(), situation.unwanted(), Received.from(List.of(ledger))));
  }

  /** The mail went out, later than announced. */
  Nurtured received(Turn turn, Instant at) {
    return new Nurtured(situation.after(turn.at(at)));
  }
}
