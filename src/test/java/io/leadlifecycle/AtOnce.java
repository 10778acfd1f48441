package io.leadlifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Several threads that do the same at the same moment. */
public final class AtOnce {

  private AtOnce() {}

  /** @param deed gets the number of the thread, from 0 */
  public static <T> List<T> run(int threads, Deed<T> deed) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Callable<T>> deeds = IntStream.range(0, threads)
          .<Callable<T>>mapToObj(number -> () -> {
            start.await();
            return deed.by(number);
          })
          .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> result : pool.invokeAll(deeds)) {
        results.add(result.get());
      }
      return results;
    } finally {
      pool.shutdown();
    }
  }

  /** What a thread does. */
  public interface Deed<T> {
    T by(int thread) throws Exception;
  }
}
