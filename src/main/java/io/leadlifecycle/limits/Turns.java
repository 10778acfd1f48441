package io.leadlifecycle.limits;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which part comes next. Each subject goes round its own parts, whatever else is counted in between; of the few
 * that share a counter, all still come by.
 */
class Turns {

  private final AtomicIntegerArray counters = new AtomicIntegerArray(1024);

  int next(Limited what) {
    int counter = Math.floorMod(what.subject().hashCode(), counters.length());
    return Math.floorMod(counters.getAndIncrement(counter), what.parts());
  }
}
