package io.leadlifecycle.production;

import java.util.List;
import java.util.stream.Collectors;

/** The program was started to write to real people, but not told all that it needs. */
class UnfitForProduction extends RuntimeException {

  UnfitForProduction(List<Demand> unmet) {
    super(unmet.stream()
        .map(Demand::toString)
        .collect(Collectors.joining("\n- ", "The program is not set up for production:\n- ", "")));
  }
}
