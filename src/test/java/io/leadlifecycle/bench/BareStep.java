package io.leadlifecycle.bench;

/** What the one service task of the bare process does, once for each timer. */
@FunctionalInterface
interface BareStep {

  BareStep NOTHING = instance -> {};

  void take(String instance);
}
