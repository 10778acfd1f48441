package io.leadlifecycle.journey;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** The threads that tell processes what happened. The engine has threads of its own for its jobs. */
@Component("taskExecutor")
class WakeUps extends ThreadPoolTaskExecutor {

  private static final int THREADS = 4;

  WakeUps() {
    setCorePoolSize(THREADS);
    setThreadNamePrefix("wake-up-");
    setWaitForTasksToCompleteOnShutdown(true);
    setAwaitTerminationSeconds((int) Duration.ofSeconds(20).toSeconds());
  }

  /** Returns when all that was told before has been heard: the queue is first in, first out, and here every thread stands still. */
  void settle() {
    CountDownLatch arrived = new CountDownLatch(THREADS);
    CompletableFuture<?>[] threads =
        Stream.generate(() -> submitCompletable(() -> arriveAt(arrived)))
            .limit(THREADS)
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(threads).join();
  }

  private static void arriveAt(CountDownLatch arrived) {
    arrived.countDown();
    try {
      arrived.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
