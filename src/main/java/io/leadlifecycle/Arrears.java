package io.leadlifecycle;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells operators how much is due and not done, and for how long. It looks every 15 seconds at most: whoever reads
 * metrics often must not make the database count often.
 */
public final class Arrears {

  /** A backlog of which nobody cares by how much it is longer. */
  public static final int WORTH_COUNTING = 100_000;

  private static final Duration LOOKS_EVERY = Duration.ofSeconds(15);

  private final Supplier<Instant> clock;
  private final Function<Instant, Due> look;
  private @Nullable Due last;
  private Instant lookedAt = Instant.EPOCH;

  /** @param since when the oldest fell due; null if nothing is due */
  public record Due(int count, @Nullable Instant since) {}

  /** @param look counts what is due at an instant */
  public Arrears(Supplier<Instant> clock, Function<Instant, Due> look) {
    this.clock = clock;
    this.look = look;
  }

  /** As a gauge of that name, and one of the age of the oldest, in seconds. */
  public void show(MeterRegistry meters, String name, String what, Tags tags) {
    Gauge.builder(name, this::count)
        .description(what + " that are due and not done; counted up to " + WORTH_COUNTING + " or a little more")
        .tags(tags)
        .register(meters);
    Gauge.builder(name + ".age", this::seconds)
        .description("For how long the oldest of them has been due")
        .baseUnit("seconds")
        .tags(tags)
        .register(meters);
  }

  private double count() {
    Due due = due();
    return due == null ? Double.NaN : due.count();
  }

  private synchronized double seconds() {
    Due due = due();
    return due == null ? Double.NaN : secondsSince(due.since());
  }

  private double secondsSince(@Nullable Instant since) {
    return since == null ? 0 : Duration.between(since, lookedAt).toMillis() / 1000.0;
  }

  /** Null if the last look failed: a database that is away is not asked more often. A clock may be set back. */
  private synchronized @Nullable Due due() {
    Instant now = clock.get();
    if (Duration.between(lookedAt, now).abs().compareTo(LOOKS_EVERY) >= 0) {
      lookedAt = now;
      last = null;
      last = look.apply(now);
    }
    return last;
  }
}
