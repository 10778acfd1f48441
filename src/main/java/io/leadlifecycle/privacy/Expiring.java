package io.leadlifecycle.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows whose data is needed no longer. */
public interface Expiring {

  /**
   * Those whose time is up now, in the order of the leads' ids.
   *
   * @param after only leads behind this one; null for all
   */
  List<Person> timeIsUp(@Nullable Person after, int atMost);
}
