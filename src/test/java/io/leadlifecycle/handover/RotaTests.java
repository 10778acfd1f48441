package io.leadlifecycle.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.handover.Rota.Load;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RotaTests {

  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final List<String> TEAM = List.of("anna", "ben", "carla");

  @Test
  void picksWhoHasTheFewestOpenCalls() {
    assertThat(rota(new Load(2, MORNING), new Load(1, NOON), new Load(2, NOON)).next(TEAM)).contains("ben");
  }

  @Test
  void picksWhoWaitedLongestAmongEquals() {
    assertThat(rota(new Load(1, NOON), new Load(1, MORNING), new Load(1, NOON)).next(TEAM)).contains("ben");
  }

  @Test
  void picksFirstWhoNeverHadACall() {
    assertThat(new Rota(Map.of("anna", new Load(0, MORNING)), 3).next(TEAM)).contains("ben");
  }

  @Test
  void sparesThoseWhoHaveEnough() {
    Rota rota = rota(new Load(3, NOON), new Load(3, NOON), new Load(2, NOON));
    assertThat(rota.next(TEAM)).contains("carla");
    assertThat(rota.next(List.of("anna", "ben"))).isEmpty();
    assertThat(rota.next(List.of())).isEmpty();
  }

  private static Rota rota(Load anna, Load ben, Load carla) {
    return new Rota(Map.of("anna", anna, "ben", ben, "carla", carla), 3);
  }
}
