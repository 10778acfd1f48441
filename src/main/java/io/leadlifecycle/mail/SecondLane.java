package io.leadlifecycle.mail;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A second thread for work that turns out to be much. Who closes it waits for its end, and is told what went wrong. */
final class SecondLane implements AutoCloseable {

  private final Runnable work;
  private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

  /** @param work ends when there is no more to do */
  SecondLane(Runnable work) {
    this.work = work;
  }

  /** Begins, unless it is at work already, or went wrong. */
  void open() {
    if (underWay.isDone() && !underWay.isCompletedExceptionally()) {
      underWay = CompletableFuture.runAsync(work, SecondLane::inItsThread);
    }
  }

  private static void inItsThread(Runnable task) {
    Thread thread = new Thread(task, "second-lane");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      underWay.join();
    } catch (CompletionException fault) {
      throw fault.getCause() instanceof RuntimeException known ? known : fault;
    }
  }
}
