package io.leadlifecycle.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.AtOnce;
import io.leadlifecycle.TestModules;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** In shares, which all have had their turn when a few more than the limit have asked. */
  @ParameterizedTest
  @MethodSource("modules")
  void letsThroughExactlyALimitOfMany(TestModules modules) throws Exception {
    Limits limits = modules.get(Limits.class);
    List<Long> let =
        AtOnce.run(8, thread -> IntStream.range(0, 130).filter(i -> limits.take(limited("1000/PT1H"))).count());
    assertThat(let.stream().mapToLong(Long::longValue).sum()).isEqualTo(1000);
    assertThat(limits.allows(limited("1000/PT1H"))).isFalse();
    modules.clock().tick(Duration.ofHours(1));
    assertThat(limits.take(limited("1000/PT1H"))).isTrue();
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
