package io.leadlifecycle.journey;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/** Incidents of jobs that failed for good. Whoever never failed has none: nobody need look for them when it is done. */
final class FailedJobs extends DefaultIncidentHandler {

  FailedJobs() {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
  }

  @Override
  public void resolveIncident(IncidentContext context) {
    if (!isOfSpotlessJob(context)) {
      super.resolveIncident(context);
    }
  }

  @Override
  public void deleteIncident(IncidentContext context) {
    if (!isOfSpotlessJob(context)) {
      super.deleteIncident(context);
    }
  }

  private static boolean isOfSpotlessJob(IncidentContext context) {
    JobEntity job =
        Context.getCommandContext().getDbEntityManager().getCachedEntity(JobEntity.class, context.getConfiguration());
    return job != null && job.getRetries() > 0 && job.getExceptionByteArrayId() == null
        && job.getExceptionMessage() == null;
  }
}
