package io.leadlifecycle.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Instances that are started by eight threads, and stop at their timer. */
final class BareStarts implements Work {

  private static final int THREADS = 8;

  private final BareEngine bare;
  private int size;

  BareStarts(BareEngine bare) {
    this.bare = bare;
  }

  @Override
  public void load(int size) {
    this.size = size;
  }

  @Override
  public void go() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < size; i++) {
      threads.execute(bare::start);
    }
    threads.shutdown();
    threads.awaitTermination(10, TimeUnit.MINUTES);
  }
}
