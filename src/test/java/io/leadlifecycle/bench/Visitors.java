package io.leadlifecycle.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Callers of one address of our API, each over a connection of its own.
 *
 * @param request what the caller says the n-th time that anybody calls
 * @param expected the status of every answer: with another one, nothing of this counts
 */
record Visitors(int port, int connections, String path, Request request, int expected) {

  /** A body, by its number. */
  interface Request {

    String body(int number);
  }

  /** @param nanos how long each counted answer took, in order; @param seconds all together */
  record Answers(List<Long> nanos, double seconds) {

    double perSecond() {
      return nanos.size() / seconds;
    }

    double millisecondsOf(double share) {
      long[] sorted = nanos.stream().flatMapToLong(LongStream::of).sorted().toArray();
      return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
  }

  /** As fast as answers come, for so long. */
  Answers rush(AtomicInteger number, Duration time) {
    return call(number, (turn, start) -> before(start + time.toNanos(), System.nanoTime()));
  }

  /** As fast as answers come, so many. */
  Answers rush(AtomicInteger number, int calls) {
    return call(number, (turn, start) -> turn < calls ? OptionalLong.of(System.nanoTime()) : OptionalLong.empty());
  }

  /** So many a second, all together. An answer takes its time from when its request was to go. */
  Answers pace(AtomicInteger number, Duration time, double perSecond) {
    return call(number, (turn, start) -> before(start + time.toNanos(), start + (long) (turn * 1e9 / perSecond)));
  }

  /** When the next call goes; empty if that was all. */
  private interface Pace {

    OptionalLong next(int turn, long start);
  }

  private static OptionalLong before(long end, long go) {
    return go < end ? OptionalLong.of(go) : OptionalLong.empty();
  }

  private Answers call(AtomicInteger number, Pace pace) {
    ExecutorService callers = Executors.newFixedThreadPool(connections);
    long start = System.nanoTime();
    AtomicInteger turn = new AtomicInteger();
    List<Future<List<Long>>> all = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      all.add(callers.submit(() -> calls(number, () -> pace.next(turn.getAndIncrement(), start))));
    }
    List<Long> nanos = new ArrayList<>();
    all.forEach(each -> nanos.addAll(result(each)));
    callers.shutdown();
    if (nanos.isEmpty()) {
      throw new IllegalStateException(path + " never answered with " + expected);
    }
    return new Answers(nanos, (System.nanoTime() - start) / 1e9);
  }

  private List<Long> calls(AtomicInteger number, Supplier<OptionalLong> turns) throws Exception {
    List<Long> nanos = new ArrayList<>();
    try (KeepAlive connection = new KeepAlive(port)) {
      for (OptionalLong turn = turns.get(); turn.isPresent(); turn = turns.get()) {
        await(turn.getAsLong());
        int status = connection.post(path, request.body(number.getAndIncrement()));
        if (status != expected) {
          throw new IllegalStateException(path + " answered with " + status);
        }
        nanos.add(System.nanoTime() - turn.getAsLong());
      }
    }
    return nanos;
  }

  private static void await(long moment) throws InterruptedException {
    long early = moment - System.nanoTime();
    if (early > 0) {
      Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
    }
  }

  private static List<Long> result(Future<List<Long>> calls) {
    try {
      return calls.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
