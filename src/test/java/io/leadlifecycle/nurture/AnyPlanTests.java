package io.leadlifecycle.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.activity.ContentStage;
import io.leadlifecycle.calendar.Allowance;
import io.leadlifecycle.calendar.MailCap;
import io.leadlifecycle.calendar.Place;
import io.leadlifecycle.calendar.SendCalendar;
import io.leadlifecycle.calendar.SendHours;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.nurture.Sequence.Step;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;

/** What holds whatever the sequences, caps, send hours, pauses and wishes are. */
class AnyPlanTests {

  private static final Instant START = Nurtured.MONDAY_NOON;
  private static final Place BERLIN = new Place(ZoneId.of("Europe/Berlin"), "DE");
  private static final String SUPERSEDED = "Superseded";

  /** As the example company's table, and a rule that lasts only as long as the mail has not waited long. */
  private static Priority priority(Sequence sequence, Duration waiting, ContentStage furthest) {
    boolean superseded = sequence.stage() == ContentStage.AWARENESS && furthest == ContentStage.DECISION;
    double rank = 100 * sequence.stage().ordinal() + sequence.priority() + 20 * waiting.toHours() / 24.0;
    boolean early = sequence.priority() > 80 && waiting.toHours() < 30;
    return new Priority(rank, superseded ? SUPERSEDED : early ? "Not yet" : "");
  }

  /** A lead, its sequences, and the rules that hold for it. */
  record Life(List<Enrolment> enrolments, Set<String> unwanted, MailCap cap, SendHours hours, Instant pause) {

    Planner planner() {
      return new Planner(new SendCalendar(hours), AnyPlanTests::priority);
    }

    Situation at(Instant now, List<MailEntry> ledger) {
      List<Instant> sent =
          ledger.stream().filter(mail -> mail.state().countsAsSent()).map(MailEntry::sentAt).toList();
      return new Situation(
          now, "lead:1", new Allowance(cap, sent, pause), BERLIN, enrolments, unwanted, Received.from(ledger));
    }

    List<Turn> ahead() {
      return planner().ahead(at(START, List.of()));
    }

    List<String> keys() {
      return enrolments.stream()
          .flatMap(enrolment -> enrolment.sequence().steps().stream().map(step -> enrolment.key(step.mail())))
          .toList();
    }
  }

  @Property(tries = 500)
  void keepsTheCapTheSendHoursAndThePause(@ForAll("lives") Life life) {
    List<Instant> sent = life.ahead().stream().map(Turn::at).toList();
    assertThat(sent).isSorted().allMatch(at -> !at.isBefore(life.pause()))
        .allMatch(at -> new SendCalendar(life.hours()).isOpen(at, BERLIN));
    for (MailCap.Window window : life.cap().windows()) {
      for (int i = window.mails(); i < sent.size(); i++) {
        assertThat(sent.get(i)).isAfterOrEqualTo(sent.get(i - window.mails()).plus(window.length()));
      }
    }
  }

  @Property(tries = 500)
  void sendsNoMailTwiceNorBeforeItIsDueNorWhenItIsStale(@ForAll("lives") Life life) {
    assertThat(life.ahead()).extracting(Turn::mail).doesNotHaveDuplicates();
    assertThat(life.ahead()).allMatch(turn -> !turn.at().isBefore(turn.due())).noneMatch(Turn::isStale);
  }

  @Property(tries = 500)
  void doesStepByStepWhatItAnnouncedAndTellsOfEachStepInTheLedger(@ForAll("lives") Life life) {
    List<MailEntry> ledger = new ArrayList<>();
    Instant now = START;
    for (Optional<Turn> timer = next(life, now, ledger); timer.isPresent(); timer = next(life, now, ledger)) {
      now = timer.get().at();
      Turn turn = next(life, now, ledger).orElseThrow();
      leaveOut(life, life.at(now, ledger), ledger, true);
      ledger.add(entry(turn, MailState.SENT, "Sent", now));
    }
    assertThat(ledger.stream().filter(mail -> mail.state() == MailState.SENT))
        .extracting(MailEntry::key, MailEntry::sentAt)
        .containsExactlyElementsOf(
            life.ahead().stream().map(turn -> Tuple.tuple(turn.key(), turn.at())).toList());
    leaveOut(life, life.at(now, ledger), ledger, false);
    assertThat(ledger).extracting(MailEntry::key).containsExactlyInAnyOrderElementsOf(life.keys());
    assertThat(ledger).extracting(MailEntry::reason).noneMatch(String::isBlank);
  }

  private static Optional<Turn> next(Life life, Instant now, List<MailEntry> ledger) {
    return life.planner().next(life.at(now, ledger));
  }

  private static void leaveOut(Life life, Situation then, List<MailEntry> ledger, boolean forGood) {
    life.planner().leftOut(then).stream()
        .filter(leftOut -> !forGood || leftOut.isForGood(then.now()))
        .forEach(leftOut -> ledger.add(entry(leftOut.turn(), MailState.SKIPPED, leftOut.reason(), null)));
  }

  private static MailEntry entry(Turn turn, MailState state, String reason, @Nullable Instant sent) {
    Instant posted = sent == null ? turn.due() : sent;
    return new MailEntry(
        turn.key(), MailClass.NURTURE, "lead", turn.mail(), "Subject", state, reason, "id", posted, posted, sent,
        "lead:1", null, null);
  }

  @Provide
  Arbitrary<Life> lives() {
    Arbitrary<Set<String>> unwanted = Arbitraries.of("bpm", "erp", "qm").set().ofMaxSize(1);
    Arbitrary<MailCap> caps =
        Arbitraries.of("1 per P1D", "1 per P7D", "2 per P1D", "1 per P1D and 3 per P7D").map(MailCap::of);
    Arbitrary<Instant> pauses =
        Arbitraries.integers().between(0, 20)
            .map(days -> days > 10 ? Instant.EPOCH : START.plus(Duration.ofDays(days)));
    return Combinators.combine(enrolments(), unwanted, caps, hours(), pauses).as(Life::new);
  }

  private static Arbitrary<SendHours> hours() {
    Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
    Arbitrary<Set<DayOfWeek>> often = Arbitraries.oneOf(days, Arbitraries.just(EnumSet.allOf(DayOfWeek.class)));
    return Combinators.combine(Arbitraries.integers().between(0, 22), Arbitraries.integers().between(1, 23), often)
        .filter((from, until, on) -> from < until)
        .as((from, until, on) -> new SendHours(LocalTime.of(from, 0), LocalTime.of(until, 0), on, true));
  }

  private static Arbitrary<List<Enrolment>> enrolments() {
    Arbitrary<Integer> started = Arbitraries.integers().between(-20 * 24, 48);
    return Combinators.combine(sequence(), started).as((sequence, hours) ->
            new Enrolment(
                UUID.nameUUIDFromBytes(sequence.key().getBytes()), sequence, START.plus(Duration.ofHours(hours))))
        .list().ofMaxSize(4).uniqueElements(enrolment -> enrolment.sequence().key());
  }

  private static Arbitrary<Sequence> sequence() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c", "d", "e"),
            Arbitraries.of("bpm", "erp", "qm"),
            Arbitraries.integers().between(0, 90),
            Arbitraries.of(ContentStage.class),
            steps())
        .as((key, topic, priority, stage, steps) ->
            new Sequence(key, Topic.untitled(topic), priority, stage, List.of(), false, steps));
  }

  /** From few mails, so that sequences often share some. */
  private static Arbitrary<List<Step>> steps() {
    Arbitrary<List<String>> mails =
        Arbitraries.of(IntStream.range(0, 12).mapToObj(n -> "mail-" + n).toList())
            .list().ofMinSize(1).ofMaxSize(5).uniqueElements();
    Arbitrary<Integer> waits = Arbitraries.integers().between(0, 6 * 24);
    Arbitrary<Integer> expiries = Arbitraries.integers().between(1, 10 * 24).injectNull(0.5);
    return mails.flatMap(stems -> Combinators.combine(
            waits.list().ofSize(stems.size()), expiries.list().ofSize(stems.size()))
        .as((wait, expiry) -> IntStream.range(0, stems.size())
            .mapToObj(n -> new Step(stems.get(n), Duration.ofHours(wait.get(n)), hours(expiry.get(n))))
            .toList()));
  }

  private static @Nullable Duration hours(@Nullable Integer hours) {
    return hours == null ? null : Duration.ofHours(hours);
  }
}
