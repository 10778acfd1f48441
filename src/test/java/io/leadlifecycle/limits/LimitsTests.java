package io.leadlifecycle.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.AtOnce;
import io.leadlifecycle.TestModules;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LimitsTests {

  private final String subject = UUID.randomUUID().toString();

  static Stream<TestModules> modules() {
    return TestModules.intake().stream();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void letsThroughExactlyTheLimitHoweverManyAskAtOnce(TestModules modules) throws Exception {
    Limits limits = modules.get(Limits.class);
    List<Long> let = AtOnce.run(8, thread -> IntStream.range(0, 10).filter(i -> limits.take(limited("7/PT1H"))).count());
    assertThat(let.stream().mapToLong(Long::longValue).sum()).isEqualTo(7);
  }

  /** While others take the last few, it may say no; when they are done, it does not. */
  @ParameterizedTest
  @MethodSource("modules")
  void letsThroughExactlyALimitOfMany(TestModules modules) throws Exception {
    Limits limits = modules.get(Limits.class);
    Limited many = limited("1000/PT1H");
    List<Long> let = AtOnce.run(8, thread -> takes(limits, 130, i -> many));
    long atOnce = let.stream().mapToLong(Long::longValue).sum();
    assertThat(atOnce).isBetween(950L, 1000L);
    assertThat(atOnce + takes(limits, 60, i -> many)).isEqualTo(1000);
    assertThat(limits.allows(many)).isFalse();
    modules.clock().tick(Duration.ofHours(1));
    assertThat(limits.take(many)).isTrue();
  }

  /** As a form does: its network is counted first, and then all forms. */
  @ParameterizedTest
  @MethodSource("modules")
  void refusesNoneBeforeTheLimitWhenAnotherIsCountedInBetween(TestModules modules) {
    Limits limits = modules.get(Limits.class);
    Limited many = limited("1000/PT1H");
    Limited other = new Limited(subject + " other", List.of(Limit.valueOf("2000/PT1H")));
    assertThat(takes(limits, 2000, i -> i % 2 == 0 ? many : other)).isEqualTo(2000);
    assertThat(limits.take(many)).isFalse();
  }

  /** Nodes go round from where they are, and so do subjects that share a counter. */
  @ParameterizedTest
  @MethodSource("modules")
  void refusesNoneBeforeTheLimitWhateverTurnsOthersTake(TestModules modules) {
    List<Limits> nodes = List.of(modules.get(Limits.class), anotherNode(modules), anotherNode(modules));
    Limited many = limited("1000/PT1H");
    Random random = new Random(7);
    long let = IntStream.range(0, 1000).filter(i -> nodes.get(random.nextInt(3)).take(many)).count();
    assertThat(let).isEqualTo(1000);
    assertThat(nodes).noneMatch(node -> node.allows(many) || node.take(many));
  }

  /** Outside of a transaction, which is enough for one that asks alone. */
  private static Limits anotherNode(TestModules modules) {
    return new Limits(
        modules.get(LimitTable.class), modules.get(LimitSettings.class), modules.clock());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void countsWhatHasHappenedUnderALimitOfMany(TestModules modules) {
    Limits limits = modules.get(Limits.class);
    Limited many = limited("1000/PT1H");
    IntStream.range(0, 999).forEach(i -> limits.note(many));
    assertThat(takes(limits, 2, i -> many)).isEqualTo(1);
    limits.note(many);
    assertThat(limits.allows(many)).isFalse();
  }

  private static long takes(Limits limits, int times, IntFunction<Limited> what) {
    return IntStream.range(0, times).filter(i -> limits.take(what.apply(i))).count();
  }

  /** Nodes of the version before wait there, too. */
  @Test
  void waitsForASubjectWhereItAlwaysDid() {
    Share whole = new Share(limited("5/PT1H"), "ab12", List.of());
    assertThat(whole.stripe()).isEqualTo(Math.floorMod("ab12".hashCode(), 64));
    assertThat(new Share(limited("1000/PT1H"), "ab12", List.of()).stripe()).isBetween(64, 1023);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void countsNothingWhereNobodyCanWait(TestModules modules) {
    Share share = new Share(limited("1/PT1H"), "ab12", List.of());
    modules.transaction().executeWithoutResult(status -> {
      JdbcClient jdbc = modules.get(JdbcClient.class);
      jdbc.sql("delete from limit_stripe where stripe = ?").param(share.stripe()).update();
      assertThatThrownBy(() -> modules.get(LimitTable.class).takeTurn(List.of(share)))
          .isInstanceOf(IllegalStateException.class);
      jdbc.sql("insert into limit_stripe (stripe) values (?)").param(share.stripe()).update();
    });
  }

  @ParameterizedTest
  @MethodSource("modules")
  void looksBackOverAWindowThatRollsAndCountsNothingThatItRefuses(TestModules modules) {
    Limits limits = modules.get(Limits.class);
    assertThat(limits.take(limited("2/PT1H", "3/P1D"))).isTrue();
    modules.clock().tick(Duration.ofMinutes(59));
    assertThat(limits.take(limited("2/PT1H", "3/P1D"))).isTrue();
    assertThat(limits.take(limited("2/PT1H", "3/P1D"))).isFalse();
    modules.clock().tick(Duration.ofMinutes(1));
    assertThat(limits.take(limited("2/PT1H", "3/P1D"))).isTrue();
    modules.clock().tick(Duration.ofHours(2));
    assertThat(limits.take(limited("2/PT1H", "3/P1D"))).isFalse();
    modules.clock().tick(Duration.ofHours(22));
    assertThat(limits.take(limited("2/PT1H", "3/P1D"))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void countsNobodyIfOneOfThemHasHadEnough(TestModules modules) {
    Limits limits = modules.get(Limits.class);
    Limited other = new Limited(subject + " other", List.of(Limit.valueOf("1/PT1H")));
    assertThat(limits.take(limited("1/PT1H"))).isTrue();
    assertThat(limits.take(limited("1/PT1H"), other)).isFalse();
    assertThat(limits.allows(other)).isTrue();
  }

  private Limited limited(String... most) {
    return new Limited(subject, Stream.of(most).map(Limit::valueOf).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "::ffff:203.0.113.7, 203.0.113.7",
    "2001:db8:1:2::1, 20010db800010002/64",
    "2001:db8:1:2:ffff::1, 20010db800010002/64"
  })
  void countsAHouseholdAsOne(String ip, String network) {
    assertThat(Network.of(ip)).isEqualTo(network);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "example.com", "1", "203.0.113.7; x", "fe80::1%eth0", "deadbeef"})
  void takesNothingElseForAnAddress(String name) {
    assertThatThrownBy(() -> Network.of(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad.de", "cafe.de", "127.1", "999.1.1.1", "1.2.3", "1.2.3.4.5", ".", "a.b.c.d", "2130706433"})
  void looksNoNameUp(String name) {
    assertThat(Network.isLiteral(name)).isFalse();
  }

  @Test
  void refusesALimitThatLetsNothingThrough() {
    assertThatThrownBy(() -> Limit.valueOf("0/PT1H")).isInstanceOf(IllegalArgumentException.class);
  }
}
