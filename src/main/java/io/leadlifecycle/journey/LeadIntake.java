package io.leadlifecycle.journey;

import io.leadlifecycle.capture.Capture;
import io.leadlifecycle.capture.InvalidLead;
import io.leadlifecycle.lead.LeadId;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Takes the variables of a new process out of the engine and a lead in: what remains is the business key, its id. Started with nothing
 * but {@code lead}, the process is for that lead, which must not have one.
 */
@Component("leadIntake")
class LeadIntake implements ExecutionListener {

  private final Capture capture;
  private final StoppedLeads stopped;

  LeadIntake(Capture capture, StoppedLeads stopped) {
    this.capture = capture;
    this.stopped = stopped;
  }

  @Override
  public void notify(DelegateExecution process) {
    Map<String, Object> fields = StartVariables.takeFrom(process);
    LeadId lead = fields.containsKey("lead") ? stopped.named(fields) : captured(fields);
    StartVariables.keep(process, lead);
    process.setVariable("own", false); // until it is registered
  }

  private LeadId captured(Map<String, Object> fields) {
    try {
      return capture.take(fields).lead();
    } catch (InvalidLead e) {
      throw new BadInput(e.getMessage());
    }
  }
}
