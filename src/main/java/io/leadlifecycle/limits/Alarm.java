package io.leadlifecycle.limits;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells operators that a ceiling is met: once an hour, for all nodes together. */
@Component
public class Alarm {

  private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
  private static final Limit ONCE = new Limit(1, Duration.ofHours(1));

  private final Limits limits;

  Alarm(Limits limits) {
    this.limits = limits;
  }

  /**
   * Waits for nobody, since whoever raises it may hold others up: two nodes at the same moment may both be heard.
   *
   * @param subject of the ceiling
   * @param what for people to read: which ceiling, and what becomes of the rest
   */
  public void raise(String subject, String what) {
    Limited alarm = new Limited(subject + "-alarm", List.of(ONCE));
    if (limits.allows(alarm)) {
      limits.note(alarm);
      LOG.error("{}", what);
    }
  }
}
