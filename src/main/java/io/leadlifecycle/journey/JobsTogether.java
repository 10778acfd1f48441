package io.leadlifecycle.journey;

import io.leadlifecycle.lead.LeadId;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/**
 * Hands due jobs to its threads many at a time, so that each need not ask the database, and commit, for itself
 * (decision 15).
 */
class JobsTogether extends SpringJobExecutor {

  private final int together;
  private final Consumer<Collection<LeadId>> readAhead;

  /** @param readAhead is told whose turn comes in the transaction under way */
  JobsTogether(int together, Consumer<Collection<LeadId>> readAhead) {
    this.together = together;
    this.readAhead = readAhead;
  }

  /** Not by a factory, which the executor forgets when it is stopped. */
  @Override
  public Command<AcquiredJobs> getAcquireJobsCmd(int atMost) {
    return new AcquireTogether(this, atMost, together);
  }

  @Override
  public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
    return together > 1 ? new DueJobs(jobs, engine, readAhead) : super.getExecuteJobsRunnable(jobs, engine);
  }

  @Override
  public void logRejectedExecution(ProcessEngineImpl engine, int jobs) {
    super.logRejectedExecution(engine, jobs);
    JobTally.rejected(jobs);
  }
}
