package io.leadlifecycle.journey;

import java.time.Duration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells again what a process could not be told, such as when it was just doing something else. */
@Component
class Reminder {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final IncompleteEventPublications untold;
  private final WakeUps wakeUps;

  Reminder(IncompleteEventPublications untold, WakeUps wakeUps) {
    this.untold = untold;
    this.wakeUps = wakeUps;
  }

  @Scheduled(fixedDelay = 5_000)
  void remind() {
    if (wakeUps.getQueueSize() == 0) { // otherwise what is untold is only waiting for its turn
      untold.resubmitIncompletePublicationsOlderThan(PATIENCE);
    }
  }
}
