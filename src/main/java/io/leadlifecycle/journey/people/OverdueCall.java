package io.leadlifecycle.journey.people;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Puts a call that was not made in time on top of every list, and into the one of what is overdue. */
@Component
class OverdueCall implements ExecutionListener {

  private final TaskService tasks;

  OverdueCall(TaskService tasks) {
    this.tasks = tasks;
  }

  @Override
  public void notify(DelegateExecution escalation) {
    tasks.createTaskQuery()
        .processInstanceId(escalation.getProcessInstanceId())
        .taskDefinitionKey("Activity_ContactLead")
        .list()
        .forEach(call -> tasks.setPriority(call.getId(), TaskFilters.OVERDUE));
  }
}
