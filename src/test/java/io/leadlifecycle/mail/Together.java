package io.leadlifecycle.mail;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Deeds that begin at the same instant, each in a thread of its own. */
final class Together {

  private Together() {}

  static <T> void run(List<Callable<T>> deeds) throws Exception {
    CyclicBarrier start = new CyclicBarrier(deeds.size());
    ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
    try {
      List<Future<T>> done = deeds.stream().map(deed -> threads.submit(() -> {
        start.await();
        return deed.call();
      })).toList();
      for (Future<T> each : done) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
