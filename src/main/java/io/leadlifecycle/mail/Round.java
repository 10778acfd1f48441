package io.leadlifecycle.mail;

import io.leadlifecycle.smtp.Answer.Kind;
import io.leadlifecycle.smtp.Answer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The mails of one wave on their way. Those that nobody has begun stay here once the server cannot be used, or took
 * so long for the others that a mail that is begun now might outlast its lease. It counts real time, as the server
 * does.
 */
final class Round {

  private final long start = System.nanoTime();
  private final int connections;
  private final Duration longest;
  private final AtomicInteger downInARow = new AtomicInteger();

  /** @param longest after that nobody begins: half a lease at most, and a mail takes the other half at most */
  Round(int connections, Duration longest) {
    this.connections = connections;
    this.longest = longest;
  }

  Answer answer(Supplier<Answer> handOver) {
    if (downInARow.get() >= connections) {
      return new Answer(Kind.DOWN, "The mail server cannot be used");
    }
    if (System.nanoTime() - start > longest.toNanos()) {
      return new Answer(Kind.WITHHELD, "The mail server was too slow");
    }
    Answer answer = handOver.get();
    downInARow.updateAndGet(downs -> answer.kind() == Kind.DOWN ? downs + 1 : 0);
    return answer;
  }
}
