package io.leadlifecycle.nurture;

import io.leadlifecycle.activity.ContentStage;
import java.time.Duration;

/** How urgent the mails of sequences are. */
interface Priorities {

  /**
   * @param waiting how long the mail has been due
   * @param furthest the furthest stage of the lead's sequences on the same topic
   */
  Priority of(Sequence sequence, Duration waiting, ContentStage furthest);
}
