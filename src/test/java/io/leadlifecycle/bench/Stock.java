package io.leadlifecycle.bench;

/** How many leads wait while others are measured. */
enum Stock {
  SMALL(10_000, Measure.AT_10K, Measure.IDLE_POLL_10K),
  MIDDLE(100_000, Measure.AT_100K, Measure.IDLE_POLL_100K),
  LARGE(1_000_000, Measure.AT_1M, Measure.IDLE_POLL_1M);

  final Measure rate;
  final Measure idlePoll;
  private final int leads;

  Stock(int leads, Measure rate, Measure idlePoll) {
    this.leads = leads;
    this.rate = rate;
    this.idlePoll = idlePoll;
  }

  int leads(Scale scale) {
    return scale.isQuick() ? leads / 100 : leads;
  }
}
