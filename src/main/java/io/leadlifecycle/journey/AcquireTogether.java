package io.leadlifecycle.journey;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/** Puts due jobs of different processes together. Several of one process stay by themselves, one after the other. */
final class AcquireTogether extends AcquireJobsCmd {

  private final int together;

  AcquireTogether(JobExecutor executor, int atMost, int together) {
    super(executor, atMost);
    this.together = together;
  }

  /** What cannot be locked is taken out again at the commit, so {@link #acquiredJobs} must be what is returned. */
  @Override
  public AcquiredJobs execute(CommandContext context) {
    List<List<String>> byProcess = super.execute(context).getJobIdBatches();
    List<String> single = byProcess.stream().filter(jobs -> jobs.size() == 1).map(jobs -> jobs.get(0)).toList();
    acquiredJobs = new AcquiredJobs(numJobsToAcquire);
    byProcess.stream().filter(jobs -> jobs.size() > 1).forEach(acquiredJobs::addJobIdBatch);
    for (int from = 0; from < single.size(); from += together) {
      acquiredJobs.addJobIdBatch(new ArrayList<>(single.subList(from, Math.min(from + together, single.size()))));
    }
    return acquiredJobs;
  }
}
