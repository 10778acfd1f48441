package io.leadlifecycle.journey;

import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.NeededAgain;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The lead's processes, with what people wrote beside their tasks. First of all: whoever erases holds the lead,
 * and from then on no step of its process comes through.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class JourneyPersonalData implements PersonalData {

  private final RuntimeService runtime;
  private final HistoryService history;
  private final ToldProcesses processes;
  private final Leads leads;
  private final UntoldTable untold;
  private final SameTransaction sameTransaction;

  JourneyPersonalData(
      RuntimeService runtime,
      HistoryService history,
      ToldProcesses processes,
      Leads leads,
      UntoldTable untold,
      SameTransaction sameTransaction) {
    this.runtime = runtime;
    this.history = history;
    this.processes = processes;
    this.leads = leads;
    this.untold = untold;
    this.sameTransaction = sameTransaction;
  }

  @Override
  public String section() {
    return "processes";
  }

  @Override
  public Object export(Person person) {
    return lives(person).map(processes::tell).toList();
  }

  @Override
  public void erase(Person person, Erasure why) {
    boolean known = leads.hold(new LeadId(person.lead()), new EmailAddress(person.address()));
    if (known && why == Erasure.TIME_IS_UP && leads.isRunning(new LeadId(person.lead()))) {
      throw new NeededAgain(person);
    }
    try {
      sameTransaction.run(() -> end(person));
      sameTransaction.run(() -> forget(person));
    } catch (OptimisticLockingException atWork) {
      throw new OptimisticLockingFailureException("A step of the process was just being done", atWork);
    }
    untold.delete(person.lead());
  }

  private void end(Person person) {
    List<String> running = runtime.createProcessInstanceQuery()
        .processInstanceBusinessKey(person.lead().toString()).list().stream()
        .map(process -> process.getId())
        .toList();
    if (!running.isEmpty()) {
      runtime.deleteProcessInstancesIfExists(running, "Erased", true, true, true);
    }
  }

  private void forget(Person person) {
    List<String> all = new ArrayList<>(lives(person).map(HistoricProcessInstance::getId).toList());
    if (!all.isEmpty()) {
      all.forEach(this::forgetWhoDidWhat);
      history.deleteHistoricProcessInstancesIfExists(all);
    }
  }

  private void forgetWhoDidWhat(String process) {
    history.createUserOperationLogQuery().processInstanceId(process).list()
        .forEach(entry -> history.deleteUserOperationLogEntry(entry.getId()));
  }

  private Stream<HistoricProcessInstance> lives(Person person) {
    return history.createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(person.lead().toString())
        .orderByProcessInstanceStartTime().asc()
        .list().stream();
  }
}
