package io.leadlifecycle.handover;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose turn it is to call: who has the fewest open calls; of several, who waited longest for a new one. */
record Rota(Map<String, Load> loads, int openCallsPerRep) {

  private static final Load NOTHING = new Load(0, Instant.MIN);

  private static final Comparator<Load> LEAST =
      Comparator.comparingInt(Load::openCalls).thenComparing(Load::lastCall);

  /** @param lastCall when the rep got the last one */
  record Load(int openCalls, Instant lastCall) {}

  /** Empty if all have as many calls as they may have. */
  Optional<String> next(List<String> reps) {
    return reps.stream()
        .filter(rep -> load(rep).openCalls() < openCallsPerRep)
        .min(Comparator.comparing(this::load, LEAST));
  }

  private Load load(String rep) {
    return loads.getOrDefault(rep, NOTHING);
  }
}
