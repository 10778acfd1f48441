package io.leadlifecycle.lead;

import io.leadlifecycle.privacy.Expiring;
import io.leadlifecycle.privacy.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The leads that ended so long ago that nobody needs them any more. */
@Component
class TimeIsUp implements Expiring {

  private final StageTable stages;
  private final RetentionSettings settings;
  private final Clock clock;

  TimeIsUp(StageTable stages, RetentionSettings settings, Clock clock) {
    this.stages = stages;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public List<Person> timeIsUp(@Nullable Person after, int atMost) {
    Instant now = clock.instant();
    return settings.byStage().entrySet().stream()
        .flatMap(kept -> stages.stoppedIn(kept.getKey(), now.minus(kept.getValue()), after, atMost).stream())
        .sorted((one, other) -> one.lead().toString().compareTo(other.lead().toString()))
        .limit(atMost)
        .toList();
  }
}
