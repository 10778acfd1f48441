package io.leadlifecycle.bench;

/**
 * How much is measured. With {@code -Dbench.quick} little, to try it out.
 *
 * @param size how many fall due in a round
 * @param warmUp in at most so many rounds a JVM warms up
 * @param rounds after those that warm up
 */
record Scale(int size, int warmUp, int rounds, boolean isQuick) {

  /** With {@code -Dbench.contenders}, only who does the same work as we do. */
  boolean isOfContendersOnly() {
    return System.getProperty("bench.contenders") != null;
  }

  /** With {@code -Dbench.contenders=captures}. */
  boolean isOfCapturesOnly() {
    return "captures".equals(System.getProperty("bench.contenders"));
  }

  static Scale asked() {
    String quick = System.getProperty("bench.quick", "false");
    return quick.equals("false") ? new Scale(4_000, 30, 5, false) : new Scale(200, 1, 1, true);
  }
}
