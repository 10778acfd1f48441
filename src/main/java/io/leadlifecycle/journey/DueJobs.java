package io.leadlifecycle.journey;

import io.leadlifecycle.lead.LeadId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off due jobs on one thread. Leads whose next mail is due go on together, in one engine command and one
 * commit; whatever is wrong with one of them, nothing has happened to any, and each goes on by itself, as all
 * other jobs do.
 */
final class DueJobs extends ExecuteJobsRunnable {

  private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);

  private final Consumer<Collection<LeadId>> readAhead;

  DueJobs(List<String> jobs, ProcessEngineImpl engine, Consumer<Collection<LeadId>> readAhead) {
    super(new ArrayList<>(jobs), engine);
    this.readAhead = readAhead;
  }

  @Override
  public void run() {
    if (jobIds.size() > 1 && jobExecutor.isActive()) {
      goOnTogether();
    }
    super.run();
  }

  private void goOnTogether() {
    JobExecutorContext work = new JobExecutorContext();
    Context.setJobExecutorContext(work);
    try {
      List<String> done =
          processEngine.getProcessEngineConfiguration().getCommandExecutorTxRequired().execute(this::together);
      jobIds.removeAll(done);
      jobIds.addAll(work.getCurrentProcessorJobQueue()); // which follow at once, and are locked for us already
      JobTally.done(done.size());
    } catch (Throwable oneIsOdd) {
      LOG.warn("{} jobs are done one by one: {}", jobIds.size(), oneIsOdd.getClass().getName());
      JobTally.oneByOne(jobIds.size());
    } finally {
      Context.removeJobExecutorContext();
    }
  }

  /** @return those that are done */
  private List<String> together(CommandContext context) {
    ReadAhead ahead = ReadAhead.of(context, jobIds);
    if (ahead.jobs().isEmpty()) {
      return List.of();
    }
    readAhead.accept(ahead.leads());
    for (JobEntity job : ahead.jobs()) {
      new ExecuteJobsCmd(job.getId(), new JobFailureCollector(job.getId())).execute(context);
    }
    return ahead.jobs().stream().map(JobEntity::getId).toList();
  }
}
