package io.leadlifecycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailCapTests {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** It only ever waits for a window to end, so one of these instants is the first that will do. */
  @Property(tries = 2000)
  void findsTheFirstInstantThatKeepsEveryWindow(
      @ForAll("caps") MailCap cap, @ForAll("mails") List<Instant> sent, @ForAll("instants") Instant at) {
    Allowance allowance = new Allowance(cap, sent, Instant.EPOCH);
    Stream<Instant> ends =
        cap.windows().stream().flatMap(window -> sent.stream().map(mail -> mail.plus(window.length())));
    Instant first = Stream.concat(Stream.of(at), ends.filter(end -> end.isAfter(at)))
        .filter(instant -> WallCalendar.isAllowed(instant, allowance))
        .min(Instant::compareTo)
        .orElseThrow();
    assertThat(cap.next(sent, at)).isEqualTo(first);
    assertThat(cap.next(sent, first)).isEqualTo(first);
    assertThat(first.equals(at) || !WallCalendar.isAllowed(first.minusNanos(1), allowance)).isTrue();
  }

  @Property(tries = 1000)
  void neverComesEarlierForBeingAskedLater(
      @ForAll("caps") MailCap cap,
      @ForAll("mails") List<Instant> sent,
      @ForAll("instants") Instant one,
      @ForAll("instants") Instant other) {
    Instant later = one.isAfter(other) ? one : other;
    assertThat(cap.next(sent, one.isAfter(other) ? other : one)).isBeforeOrEqualTo(cap.next(sent, later));
  }

  @Property(tries = 1000)
  void remembersNoMoreThanItNeeds(
      @ForAll("caps") MailCap cap, @ForAll("mails") List<Instant> sent, @ForAll("instants") Instant at) {
    List<Instant> newest = sent.stream().sorted().skip(Math.max(0, sent.size() - cap.memory())).toList();
    assertThat(cap.next(newest, at)).isEqualTo(cap.next(sent, at));
  }

  @Property(tries = 500)
  void isNoLaxerWithAnotherCapBesideIt(
      @ForAll("caps") MailCap cap,
      @ForAll("caps") MailCap wish,
      @ForAll("mails") List<Instant> sent,
      @ForAll("instants") Instant at) {
    assertThat(cap.and(wish).next(sent, at))
        .isAfterOrEqualTo(cap.next(sent, at))
        .isAfterOrEqualTo(wish.next(sent, at));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0 per P1D", "1 per P1M", "1 per PT0S", "1 per P1D and", "1 per -P1D", "1 per day"})
  void refusesWhatIsNoCap(String text) {
    assertThatThrownBy(() -> MailCap.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<MailCap> caps() {
    Arbitrary<MailCap.Window> window = Combinators.combine(
            Arbitraries.integers().between(1, 4), Arbitraries.integers().between(1, 10 * 24 * 60))
        .as((mails, minutes) -> new MailCap.Window(mails, Duration.ofMinutes(minutes)));
    return window.list().ofMinSize(1).ofMaxSize(3).map(MailCap::new);
  }

  /** Before and after the instants that are asked for: a clock may have been moved. */
  @Provide
  Arbitrary<List<Instant>> mails() {
    return around(20).list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<Instant> instants() {
    return around(5);
  }

  private static Arbitrary<Instant> around(int days) {
    return Arbitraries.integers().between(-days * 86_400, days * 86_400).map(NOON::plusSeconds);
  }
}
