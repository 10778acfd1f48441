package io.leadlifecycle.journey;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;

/** Counts the jobs that this node takes, and how they end. The engine's own metrics write to the database. */
final class JobTally extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    return command instanceof ExecuteJobsCmd ? done(command) : taken(next.execute(command));
  }

  private <T> T done(Command<T> job) {
    String outcome = "failed";
    try {
      T result = next.execute(job);
      outcome = "done";
      return result;
    } finally {
      count(outcome, 1);
    }
  }

  /** Of several that were done in one command. */
  static void done(int jobs) {
    count("done", jobs);
  }

  /** Which should have been done together, but something was wrong with one of them. */
  static void oneByOne(int jobs) {
    count("leads.jobs.one.by.one", "Jobs that could not be done together", Tags.empty(), jobs);
  }

  /** They stay with this node, which hands them to a thread again later: each counts each time. */
  static void rejected(int jobs) {
    count("leads.jobs.rejected", "How often a job that this node took found no thread free", Tags.empty(), jobs);
  }

  private static void count(String outcome, int jobs) {
    count("leads.jobs", "Jobs that this node did or tried to do", Tags.of("outcome", outcome), jobs);
  }

  /** A job that another node was quicker to take is lost to it. */
  private static <T> T taken(T result) {
    if (result instanceof AcquiredJobs jobs) {
      String what = "Jobs that this node took, or wanted to";
      count("leads.jobs.taken", what, Tags.of("by", "us"), jobs.size());
      count("leads.jobs.taken", what, Tags.of("by", "others"), jobs.getNumberOfJobsFailedToLock());
    }
    return result;
  }

  private static void count(String name, String what, Tags tags, int jobs) {
    Counter.builder(name).description(what).tags(tags).register(Metrics.globalRegistry).increment(jobs);
  }
}
