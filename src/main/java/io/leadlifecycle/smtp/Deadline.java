package io.leadlifecycle.smtp;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the connection in use when the time is up. Timeouts are not enough: a server that says one letter at a
 * time never runs into them. It counts real time, since the server does.
 */
final class Deadline implements AutoCloseable {

  private final Future<?> end;
  private @Nullable SmtpConnection inUse;
  private boolean over;

  Deadline(ScheduledExecutorService timer, Duration time) {
    end = timer.schedule(this::strike, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized void strike() {
    over = true;
    if (inUse != null) {
      inUse.cut();
    }
  }

  synchronized void startsFor(SmtpConnection connection) {
    inUse = connection;
    if (over) {
      connection.cut();
    }
  }

  /** From now on, the connection is not cut any more. */
  synchronized void endsFor(SmtpConnection connection) {
    inUse = inUse == connection ? null : inUse;
  }

  @Override
  public void close() {
    end.cancel(false);
  }
}
