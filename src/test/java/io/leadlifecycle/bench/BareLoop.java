package io.leadlifecycle.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the expressions of the bare process ask. Public, since expressions call it. */
public final class BareLoop {

  private final Clock clock = Clock.systemUTC();
  private final BareStep step;
  private volatile CountDownLatch left = new CountDownLatch(0);

  BareLoop(BareStep step) {
    this.step = step;
  }

  /** @return opened when so many steps were committed */
  CountDownLatch expect(int steps) {
    left = new CountDownLatch(steps);
    return left;
  }

  public Date next() {
    return Date.from(clock.instant().plus(Duration.ofDays(1)));
  }

  public void step(DelegateExecution execution) {
    step.take(execution.getProcessInstanceId());
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        left.countDown();
      }
    });
  }

  public boolean more() {
    return true;
  }
}
