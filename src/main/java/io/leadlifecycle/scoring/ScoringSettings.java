package io.leadlifecycle.scoring;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How interest fades.
 *
 * @param halfLife in which interest fades to a half: an ISO 8601 duration, or {@code off}
 * @param coolingOff how long after a call only a new request makes a lead hot
 */
@ConfigurationProperties("leads.scoring")
record ScoringSettings(@DefaultValue("P21D") String halfLife, @DefaultValue("P30D") Duration coolingOff) {

  ScoringSettings {
    HalfLife.of(halfLife); // refuses here, where the message names the setting
  }

  HalfLife fading() {
    return HalfLife.of(halfLife);
  }

  boolean isCoolingOff(@Nullable Instant settledAt, Instant now) {
    return settledAt != null && now.isBefore(settledAt.plus(coolingOff));
  }
}
