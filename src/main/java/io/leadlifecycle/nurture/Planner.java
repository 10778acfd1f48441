package io.leadlifecycle.nurture;

import io.leadlifecycle.calendar.SendCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which mail comes next, and when. The only place that decides it, so what is announced is what is sent. */
final class Planner {

  private static final Comparator<Ranked> ORDER =
      Comparator.comparingDouble(Ranked::rank).reversed().thenComparing(ranked -> ranked.turn().due());

  private final SendCalendar calendar;
  private final Priorities priorities;

  Planner(SendCalendar calendar, Priorities priorities) {
    this.calendar = calendar;
    this.priorities = priorities;
  }

  /** The next mail and its exact instant; empty if nothing is left that the lead may get. */
  Optional<Turn> next(Situation situation) {
    return next(situation, progress(situation));
  }

  /** What is passed over before that, and of which the ledger does not tell yet. */
  List<LeftOut> leftOut(Situation situation) {
    return progress(situation).stream().flatMap(progress -> progress.leftOut().stream()).toList();
  }

  /** All mails to come, if nothing changes: looks as we shall look, each time when the next mail may go. */
  List<Turn> ahead(Situation situation) {
    List<Turn> plan = new ArrayList<>();
    Situation then = situation;
    for (Optional<Turn> timer = next(then); timer.isPresent(); timer = next(then)) {
      Situation due = then.at(timer.get().at());
      List<Progress> progress = progress(due);
      Turn next = next(due, progress).orElseThrow();
      plan.add(next);
      for (Progress each : progress) {
        due = due.withoutForGood(each.leftOut());
      }
      then = due.after(next);
    }
    return plan;
  }

  /** What is passed over of a sequence, and the step whose turn comes then, if any is left. */
  private record Progress(List<LeftOut> leftOut, Optional<Turn> next) {}

  private List<Progress> progress(Situation situation) {
    return situation.enrolments().stream().map(enrolment -> progress(situation, enrolment)).toList();
  }

  private Optional<Turn> next(Situation situation, List<Progress> progress) {
    List<Turn> turns = progress.stream().flatMap(each -> each.next().stream()).toList();
    return turns.stream().map(Turn::at).min(Instant::compareTo).map(slot -> choose(situation, turns, slot));
  }

  /** A step that is left out takes the time that it waits, as if it had gone then. */
  private Progress progress(Situation situation, Enrolment enrolment) {
    List<LeftOut> leftOut = new ArrayList<>();
    Instant had = enrolment.startedAt();
    for (int step = 1; step <= enrolment.sequence().steps().size(); step++) {
      Turn due = Turn.due(enrolment, step, had);
      if (!situation.received().isInLedger(due)) {
        Turn turn = due.at(situation.received().when(due).orElseGet(() -> slot(situation, due)));
        Optional<LeftOut> passed = passedOver(situation, turn);
        if (passed.isEmpty()) {
          return new Progress(leftOut, Optional.of(turn));
        }
        leftOut.add(passed.get());
      }
      had = Instants.later(had, situation.received().when(due).orElse(due.due()));
    }
    return new Progress(leftOut, Optional.empty());
  }

  private Instant slot(Situation situation, Turn turn) {
    Instant free = Instants.later(situation.now(), turn.due());
    return calendar.next(free, situation.allowance(), situation.place());
  }

  private Optional<LeftOut> passedOver(Situation situation, Turn turn) {
    if (situation.received().when(turn).isPresent()) {
      boolean waits = situation.received().waiting().contains(turn.mail());
      return Optional.of(waits ? LeftOut.comingAnyway(turn) : LeftOut.hadAlready(turn));
    }
    if (situation.unwanted().contains(turn.sequence().topic().key())) {
      return Optional.of(LeftOut.unwanted(turn));
    }
    Instant expiry = turn.expiry();
    if (expiry != null && turn.isStale()) {
      return Optional.of(LeftOut.stale(turn, expiry, situation.place().zone()));
    }
    return Optional.of(priority(situation, turn, turn.at()).skip())
        .filter(reason -> !reason.isEmpty())
        .map(reason -> LeftOut.byRule(turn, reason));
  }

  private Priority priority(Situation situation, Turn turn, Instant at) {
    Sequence sequence = turn.sequence();
    return priorities.of(sequence, turn.waiting(at), situation.furthestStage(sequence.topic()));
  }

  private Turn choose(Situation situation, List<Turn> turns, Instant slot) {
    return turns.stream()
        .filter(turn -> !turn.due().isAfter(slot))
        .map(turn -> new Ranked(turn, priority(situation, turn, slot).rank()))
        .min(ORDER)
        .orElseThrow()
        .turn()
        .at(slot);
  }

  private record Ranked(Turn turn, double rank) {}
}
