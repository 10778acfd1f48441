package io.leadlifecycle.journey;

import io.leadlifecycle.mail.Mails;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets time pass: stops at each instant at which something falls due, does it, and goes on. So a mail that would have gone out on
 * Tuesday at ten carries that time even when a whole week passes at once.
 */
@Component
class FastForward {

  private static final Logger LOG = LoggerFactory.getLogger(FastForward.class);
  private static final int BATCH = 100;

  private final ManagementService management;
  private final Mails mails;
  private final WakeUps wakeUps;

  FastForward(ManagementService management, Mails mails, WakeUps wakeUps) {
    this.management = management;
    this.mails = mails;
    this.wakeUps = wakeUps;
  }

  /** Ends with the clock standing at that instant and nothing left that is due. */
  void to(Instant target) {
    doWhatIsDue();
    for (Optional<Instant> next = nextDue(); next.isPresent() && !next.get().isAfter(target); next = nextDue()) {
      moveTo(next.get());
      doWhatIsDue();
    }
    moveTo(target);
  }

  private static void moveTo(Instant instant) {
    ClockUtil.setCurrentTime(Date.from(instant.isAfter(now()) ? instant : now()));
  }

  /** A job that fails waits for its next try: so this ends. */
  private void doWhatIsDue() {
    int done;
    do {
      wakeUps.settle();
      List<Job> due = jobs().executable().listPage(0, BATCH);
      due.forEach(this::execute);
      done = due.size() + mails.dispatch();
    } while (done > 0);
  }

  private void execute(Job job) {
    try {
      management.executeJob(job.getId());
    } catch (OptimisticLockingException e) {
      LOG.debug("Somebody else did job {} first", job.getId());
    } catch (RuntimeException e) {
      String kind = e.getClass().getName();
      LOG.warn("Job {} failed and will be tried again; the engine keeps why: {}", job.getId(), kind);
    }
  }

  private Optional<Instant> nextDue() {
    Stream<Instant> timers =
        jobs().orderByJobDuedate().asc().listPage(0, 1).stream().map(job -> job.getDuedate().toInstant());
    return Stream.concat(timers, mails.nextDue().stream()).filter(due -> due.isAfter(now())).min(Instant::compareTo);
  }

  private JobQuery jobs() {
    return management.createJobQuery().active().withRetriesLeft();
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}
