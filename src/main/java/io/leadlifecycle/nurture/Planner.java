package io.leadlifecycle.nurture;

import io.leadlifecycle.calendar.SendCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/** Which mail comes next, and when. The only place that decides it, so what is announced is what is sent. */
final class Planner {

  private static final Comparator<Ranked> ORDER =
      Comparator.comparingDouble(Ranked::rank).reversed().thenComparing(ranked -> ranked.turn().due());

  private final SendCalendar calendar;
  private final ToDoubleBiFunction<Sequence, Duration> rank;

  /** @param rank how urgent a mail of that sequence is that has been due for so long: higher goes first */
  Planner(SendCalendar calendar, ToDoubleBiFunction<Sequence, Duration> rank) {
    this.calendar = calendar;
    this.rank = rank;
  }

  /** The next mail and its exact instant; empty if nothing is left that the lead may get. */
  Optional<Turn> next(Situation situation) {
    List<Turn> turns = situation.enrolments().stream().flatMap(e -> turn(situation, e).stream()).toList();
    return turns.stream().map(Turn::at).min(Instant::compareTo).map(slot -> choose(turns, slot));
  }

  /** All mails to come, if nothing changes. */
  List<Turn> ahead(Situation situation) {
    List<Turn> plan = new ArrayList<>();
    Situation then = situation;
    for (Optional<Turn> next = next(then); next.isPresent(); next = next(then)) {
      plan.add(next.get());
      then = then.after(next.get());
    }
    return plan;
  }

  /** The first step that the lead has not had and that is not stale when it could go. */
  private Optional<Turn> turn(Situation situation, Enrolment enrolment) {
    Instant had = enrolment.startedAt();
    for (int step = 1; step <= enrolment.sequence().steps().size(); step++) {
      Turn turn = turn(situation, enrolment, step, had);
      Optional<Instant> received = situation.received().step(enrolment, step);
      if (received.isEmpty() && !turn.isStale()) {
        return Optional.of(turn);
      }
      had = Instants.later(had, received.orElseGet(turn::expiry));
    }
    return Optional.empty();
  }

  private Turn turn(Situation situation, Enrolment enrolment, int step, Instant had) {
    Instant due = had.plus(enrolment.sequence().step(step).after());
    Instant free = Instants.later(situation.now(), due);
    return new Turn(enrolment, step, due, calendar.next(free, situation.allowance(), situation.place()));
  }

  private Turn choose(List<Turn> turns, Instant slot) {
    return turns.stream()
        .filter(turn -> !turn.due().isAfter(slot))
        .map(turn -> ranked(turn, slot))
        .min(ORDER)
        .orElseThrow()
        .turn()
        .at(slot);
  }

  private Ranked ranked(Turn turn, Instant slot) {
    return new Ranked(turn, rank.applyAsDouble(turn.sequence(), Duration.between(turn.due(), slot)));
  }

  private record Ranked(Turn turn, double rank) {}
}
