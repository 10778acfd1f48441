package io.leadlifecycle.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A {@link Worker} in a JVM of its own, on a database of its own. */
record JvmContender(Measure measure, ChildJvm worker, CountingSink mails) implements Contender {

  static JvmContender start(Measure measure, String database, CountingSink mails) {
    ChildJvm worker = ChildJvm.start(Worker.class, measure.name(), database, String.valueOf(mails.port()));
    return new JvmContender(measure, worker, mails);
  }

  @Override
  public double round(int size) {
    worker.ask("load " + size);
    int before = mails.count();
    Instant start = Clock.systemUTC().instant();
    worker.ask("go");
    Instant end = measure.isOfMails() ? mails.await(before + size) : Clock.systemUTC().instant();
    return size / (Duration.between(start, end).toNanos() / 1e9);
  }

  @Override
  public Duration compiled() {
    return worker.compiled();
  }

  @Override
  public void close() {
    worker.close();
  }
}
