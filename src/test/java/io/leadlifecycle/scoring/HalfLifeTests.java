package io.leadlifecycle.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

class HalfLifeTests {

  @Test
  void leavesAHalfOfAHalf() {
    HalfLife halfLife = HalfLife.of("P21D");
    assertThat(halfLife.left(Duration.ZERO)).isEqualTo(1);
    assertThat(halfLife.left(Duration.ofDays(21))).isCloseTo(0.5, within(1e-9));
    assertThat(halfLife.left(Duration.ofDays(42))).isCloseTo(0.25, within(1e-9));
  }

  /** However it is cut into steps, time takes the same. */
  @Property(tries = 200)
  void fadesEvenly(
      @ForAll @LongRange(max = 100_000) long first, @ForAll @LongRange(max = 100_000) long second) {
    HalfLife halfLife = HalfLife.of("P21D");
    assertThat(halfLife.left(Duration.ofMinutes(first)) * halfLife.left(Duration.ofMinutes(second)))
        .isCloseTo(halfLife.left(Duration.ofMinutes(first + second)), within(1e-9));
  }

  @Test
  void leavesAllWhereItIsOff() {
    assertThat(HalfLife.of("off").left(Duration.ofDays(10_000))).isEqualTo(1);
  }

  @Test
  void readsItsSettings() throws IOException {
    assertThat(settings("half-life: P7D").fading()).isEqualTo(HalfLife.of("P7D"));
    assertThat(settings("cooling-off: P10D").coolingOff()).isEqualTo(Duration.ofDays(10));
    assertThat(settings("cooling-off: P10D").fading()).isEqualTo(HalfLife.of("P21D"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "\"off\"", "OFF"})
  void understandsOffHoweverYamlTakesIt(String text) throws IOException {
    assertThat(settings("half-life: " + text).fading()).isEqualTo(new HalfLife(null));
  }

  @Test
  void refusesWhatIsNoTime() {
    assertThatIllegalArgumentException().isThrownBy(() -> HalfLife.of("P0D"));
    assertThatIllegalArgumentException().isThrownBy(() -> HalfLife.of("P-1D"));
    assertThatExceptionOfType(BindException.class).isThrownBy(() -> settings("half-life: three weeks"));
  }

  private static ScoringSettings settings(String line) throws IOException {
    String yaml = "leads.scoring:\n  " + line;
    StandardEnvironment environment = new StandardEnvironment();
    new YamlPropertySourceLoader().load("test", new ByteArrayResource(yaml.getBytes()))
        .forEach(environment.getPropertySources()::addFirst);
    return Binder.get(environment).bindOrCreate("leads.scoring", ScoringSettings.class);
  }
}
