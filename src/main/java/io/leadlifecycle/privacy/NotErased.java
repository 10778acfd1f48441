package io.leadlifecycle.privacy;

import java.util.List;

/**
 * Leads whose time is up could not be erased; the log says why. Names ids only, since the engine keeps the
 * message.
 */
public class NotErased extends RuntimeException {

  NotErased(List<Person> people) {
    super("Could not be erased: " + people);
  }
}
