package io.leadlifecycle.smtp;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the mail server could be used when we last had to do with it. We do not ask it for that only. */
@Component("mailRelay")
public class RelayHealth implements HealthIndicator {

  private record Outage(Instant since, String why) {}

  private final Clock clock;
  private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

  public RelayHealth(Clock clock) {
    this.clock = clock;
  }

  /** @param why empty if it can be used */
  Optional<String> found(Optional<String> why) {
    Instant now = clock.instant();
    outage.updateAndGet(before ->
        why.map(text -> new Outage(before == null ? now : before.since(), text)).orElse(null));
    return why;
  }

  @Override
  public Health health() {
    Outage now = outage.get();
    return now == null
        ? Health.up().build()
        : Health.down().withDetail("since", now.since().toString()).withDetail("why", now.why()).build();
  }
}
