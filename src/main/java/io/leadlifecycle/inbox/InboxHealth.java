package io.leadlifecycle.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Whether the inbox could be read when we last looked. */
class InboxHealth implements HealthIndicator {

  private record Outage(Instant since, String why) {}

  private final Clock clock;
  private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

  InboxHealth(Clock clock) {
    this.clock = clock;
  }

  /** @param why empty if it could be read */
  void found(Optional<String> why) {
    Instant now = clock.instant();
    outage.updateAndGet(before ->
        why.map(text -> new Outage(before == null ? now : before.since(), text)).orElse(null));
  }

  @Override
  public Health health() {
    Outage now = outage.get();
    return now == null
        ? Health.up().build()
        : Health.down().withDetail("since", now.since().toString()).withDetail("why", now.why()).build();
  }
}
