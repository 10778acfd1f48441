package io.leadlifecycle.mail;

import io.leadlifecycle.smtp.Answer.Kind;
import java.time.Duration;
import java.util.List;

/**
 * How many mails go out in one wave: as many as the server lately took in a quarter of a second. Of so many nobody
 * knows whether they arrived, should the node die. A server that is found to be slow is given few at once; one
 * that is quick, twice as many each time, so that few words with the database are enough for many mails.
 */
final class Pace {

  private static final Duration SLICE = Duration.ofMillis(250);

  private final int fewest;
  private final int most;
  private int wave;

  /** @param connections a wave is no smaller: they carry that many at the same time anyway */
  Pace(int connections, int most) {
    this.fewest = connections;
    this.most = Math.max(connections, most);
    this.wave = fewest;
  }

  int wave() {
    return wave;
  }

  /** What the server takes in about a second. Nobody holds more: other nodes could send the rest. */
  int inASecond() {
    return Math.min(most, 4 * wave);
  }

  /** @param answers to the mails of one wave; those that the server was not even offered tell nothing of it */
  void took(List<Kind> answers, Duration time) {
    long mails = answers.stream().filter(kind -> kind != Kind.DOWN && kind != Kind.WITHHELD).count();
    if (mails > 0) {
      long inASlice = mails * SLICE.toNanos() / Math.max(1, time.toNanos());
      wave = (int) Math.max(fewest, Math.min(Math.min(most, 2 * wave), inASlice));
    }
  }
}
