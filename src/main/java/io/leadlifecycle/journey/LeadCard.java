package io.leadlifecycle.journey;

import io.leadlifecycle.lead.LeadId;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a new task the lead's facts: to read in the list, and to start the form with. */
@Component("leadCard")
class LeadCard implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    // On the step, not on the task: a task's own variables are gone before the answers are read.
    DelegateExecution step = task.getExecution();
    LeadFact fact = new LeadFact(LeadId.of(step.getProcessBusinessKey()));
    step.removeVariables(Set.of("fit", "outcome")); // an earlier answer must not fill the form in
    Stream.concat(LeadFacts.ON_EVERY_TASK.stream(), LeadFacts.FINDINGS.stream())
        .forEach(name -> step.setVariableLocal(name, fact));
  }
}
