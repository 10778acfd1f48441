package io.leadlifecycle.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Lets go of what is needed no longer (Art. 5(1)(e) GDPR). The process {@code data-retention} calls it every
 * night.
 */
@Component("retention")
public class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int FEW = 20;

  private final Expiring leads;
  private final List<Forgetful> forgetful;
  private final Privacy privacy;

  Retention(Expiring leads, List<Forgetful> forgetful, Privacy privacy) {
    this.leads = leads;
    this.forgetful = List.copyOf(forgetful);
    this.privacy = privacy;
  }

  /** Clears away what is no lead's own, such as old counters. */
  public void forget() {
    forgetful.forEach(Forgetful::forget);
  }

  /**
   * Erases the next few leads whose time is up, each in a transaction of its own: one that cannot be erased holds
   * up no other.
   *
   * @return whether there may be more
   * @throws NotErased if none could be erased and some should have been
   */
  public boolean eraseNext() {
    List<Person> failed = new ArrayList<>();
    boolean erased = false;
    List<Person> few = leads.timeIsUp(null, FEW);
    while (!erased && !few.isEmpty()) {
      erased = eraseAny(few, failed);
      few = leads.timeIsUp(few.get(few.size() - 1), FEW);
    }
    if (!erased && !failed.isEmpty()) {
      throw new NotErased(failed);
    }
    return erased;
  }

  private boolean eraseAny(List<Person> few, List<Person> failed) {
    List<Person> faulty = few.stream().filter(person -> !isDone(person)).toList();
    failed.addAll(faulty);
    return faulty.size() < few.size();
  }

  private boolean isDone(Person person) {
    try {
      privacy.erase(person, Erasure.TIME_IS_UP);
      return true;
    } catch (NeededAgain cameBack) {
      return true;
    } catch (RuntimeException fault) {
      // Not the fault itself: a database quotes the row that it refuses.
      LOG.error("The time of {} is up, but it could not be erased: {}", person, kind(fault));
      return false;
    }
  }

  private static String kind(RuntimeException fault) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(fault);
    String name = cause.getClass().getName();
    return Stream.of(cause.getStackTrace()).findFirst().map(place -> name + " at " + place).orElse(name);
  }
}
