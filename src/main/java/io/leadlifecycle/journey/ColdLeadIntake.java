package io.leadlifecycle.journey;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Lets the life of a lead go on that had gone cold. */
@Component("coldLeadIntake")
class ColdLeadIntake implements ExecutionListener {

  private final StoppedLeads stopped;
  private final Leads leads;

  ColdLeadIntake(StoppedLeads stopped, Leads leads) {
    this.stopped = stopped;
    this.leads = leads;
  }

  @Override
  public void notify(DelegateExecution process) {
    LeadId lead = stopped.named(StartVariables.takeFrom(process));
    if (!leads.begin(lead)) {
      throw new BadInput("lead: has a running process already");
    }
    StartVariables.keep(process, lead);
  }
}
