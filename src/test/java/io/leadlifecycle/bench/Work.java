package io.leadlifecycle.bench;

/** What a {@link Worker} does. */
interface Work {

  /** Lays down so many that are due, without beginning. */
  void load(int size) throws Exception;

  /** Does them all, and rests. */
  void go() throws Exception;
}
