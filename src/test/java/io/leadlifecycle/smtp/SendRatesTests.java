package io.leadlifecycle.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendRatesTests {

  private static final Instant NOW = Instant.parse("2025-03-03T08:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static SendRates rates(int perMinute, int perMinuteAndDomain) {
    return new SendRates(new RelaySettings(
        "localhost", 25, "", "", false, MINUTE, MINUTE, 1, 1, true, perMinute, perMinuteAndDomain));
  }

  private record Held(String address, Instant until) {}

  /** When mails go that are all due at once, and ask again when they are told to. */
  private static List<Instant> goneAt(SendRates rates, List<String> addresses, Duration tick) {
    PriorityQueue<Held> waiting = new PriorityQueue<>(Comparator.comparing(Held::until));
    addresses.forEach(address -> waiting.add(new Held(address, NOW)));
    List<Instant> gone = new ArrayList<>();
    Instant now = NOW;
    while (!waiting.isEmpty()) {
      while (!waiting.isEmpty() && !waiting.peek().until().isAfter(now)) {
        Held mail = waiting.poll();
        Instant asked = now;
        rates.holdUntil(mail.address(), false, now).ifPresentOrElse(
            until -> waiting.add(new Held(mail.address(), until)), () -> gone.add(asked));
      }
      now = now.plus(tick);
    }
    return gone;
  }

  private static List<String> thousandTo(int domains) {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      addresses.add("reader" + i + "@domain" + i % domains + ".example");
    }
    return addresses;
  }

  private static long mostInAMinute(List<Instant> gone) {
    return gone.stream()
        .mapToLong(start -> gone.stream()
            .filter(each -> !each.isBefore(start) && each.isBefore(start.plus(MINUTE)))
            .count())
        .max()
        .orElse(0);
  }

  @Test
  void holdsNothingUnlessItIsTold() {
    SendRates rates = rates(0, 0);
    thousandTo(3).forEach(address -> assertThat(rates.holdUntil(address, false, NOW)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 10, 60, 600})
  void neverLetsMoreGoInAMinuteAndNotMuchLess(int perMinute) {
    List<String> addresses = thousandTo(3).subList(0, Math.min(1000, perMinute * 10));
    List<Instant> gone = goneAt(rates(perMinute, 0), addresses, Duration.ofSeconds(1));
    Duration evenly = MINUTE.multipliedBy(addresses.size()).dividedBy(perMinute);

    assertThat(mostInAMinute(gone)).isLessThanOrEqualTo(perMinute);
    Duration took = Duration.between(NOW, gone.get(gone.size() - 1));
    assertThat(took).isLessThan(evenly.multipliedBy(6).dividedBy(5).plus(MINUTE));
  }

  @Test
  void holdsTheMailsOfOneDomainOnly() {
    SendRates rates = rates(0, 1);

    assertThat(rates.holdUntil("anna@one.example", false, NOW)).isEmpty();
    assertThat(rates.holdUntil("ben@ONE.example", false, NOW)).isPresent();
    assertThat(rates.holdUntil("cora@two.example", false, NOW)).isEmpty();
  }

  @Test
  void keepsToBothRatesAtOnce() {
    List<Instant> gone = goneAt(rates(100, 20), thousandTo(10), Duration.ofMillis(100));

    assertThat(gone).hasSize(1000);
    assertThat(mostInAMinute(gone)).isLessThanOrEqualTo(100);
  }

  @Test
  void callsThoseItHeldOneAfterTheOther() {
    SendRates rates = rates(60, 0);
    List<Instant> turns = thousandTo(1).stream()
        .map(address -> rates.holdUntil(address, false, NOW)).flatMap(Optional::stream).toList();

    assertThat(turns).hasSizeGreaterThan(900).isSorted().doesNotHaveDuplicates();
    assertThat(turns).allSatisfy(turn -> assertThat(turn).isAfter(NOW));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 60, 600})
  void letsUrgentMailsGoBeforeAllThatItHeld(int perMinute) {
    List<Held> held = new ArrayList<>();
    SendRates rates = rates(perMinute, 0);
    thousandTo(1).forEach(address ->
        rates.holdUntil(address, false, NOW).ifPresent(until -> held.add(new Held(address, until))));
    Optional<Instant> urgent = rates.holdUntil("anna@example.com", true, NOW);
    Instant goes = urgent.orElse(NOW);
    boolean inTheirTurn = held.stream().filter(each -> !each.until().isAfter(goes))
        .anyMatch(each -> rates.holdUntil(each.address(), false, goes).isEmpty());

    assertThat(goes).isBefore(NOW.plus(MINUTE.dividedBy(perMinute)).plusMillis(2));
    assertThat(inTheirTurn).isFalse();
    assertThat(urgent.isEmpty() || rates.holdUntil("anna@example.com", true, goes).isEmpty()).isTrue();
  }

  @Test
  void callsUrgentMailsOneAfterTheOther() {
    SendRates rates = rates(60, 0);
    List<Instant> turns = thousandTo(1).stream()
        .map(address -> rates.holdUntil(address, true, NOW)).flatMap(Optional::stream).toList();

    assertThat(turns).hasSizeGreaterThan(900).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void letsNoMoreGoInAMinuteIfManyAreUrgent() {
    SendRates rates = rates(60, 0);
    List<Instant> gone = new ArrayList<>();
    for (int second = 0; second < 600; second++) {
      Instant now = NOW.plusSeconds(second);
      for (int i = 0; i < 10; i++) {
        rates.holdUntil("reader@example.com", i % 2 == 0, now).ifPresentOrElse(until -> {}, () -> gone.add(now));
      }
    }

    assertThat(mostInAMinute(gone)).isBetween(54L, 60L);
  }

  @Test
  void goesOnWhenTheClockIsMoved() {
    SendRates rates = rates(1, 1);
    Instant yearLater = NOW.plus(Duration.ofDays(365));

    assertThat(rates.holdUntil("anna@one.example", false, NOW)).isEmpty();
    assertThat(rates.holdUntil("anna@one.example", false, yearLater)).isEmpty();
    assertThat(rates.holdUntil("anna@one.example", false, NOW))
        .hasValueSatisfying(until -> assertThat(until).isBetween(NOW, NOW.plusSeconds(63).plusMillis(2)));
    assertThat(rates.holdUntil("anna@one.example", false, NOW.plusSeconds(63).plusMillis(1))).isEmpty();
  }

  @Test
  void forgetsDomainsThatGetNoMail() {
    SendRates rates = rates(0, 10);
    for (int i = 0; i < 100_000; i++) {
      rates.holdUntil("anna@domain" + i + ".example", false, NOW.plusSeconds(i));
    }

    assertThat(rates.knownDomains()).isLessThan(200);
  }
}
