package io.leadlifecycle.bench;

import java.time.Duration;

/** One of those that are measured against each other. Between its rounds it rests, so that it disturbs nobody. */
interface Contender extends AutoCloseable {

  /** What its rounds measure. */
  Measure measure();

  /**
   * Lays down so many that are due, and then does them.
   *
   * @return how many a second, from the order to the last
   */
  double round(int size);

  /** How long the compilers of its JVM have worked until now, waits for a core included. */
  Duration compiled();

  @Override
  void close();
}
