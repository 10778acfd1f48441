package io.leadlifecycle.journey;

import io.leadlifecycle.lead.LeadId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.VariableMap;

/** The variables that a process is started with. They leave the engine before its first write: no personal data stays there. */
final class StartVariables {

  private StartVariables() {}

  static Map<String, Object> takeFrom(DelegateExecution process) {
    VariableMap variables = process.getVariablesTyped(false);
    Map<String, Object> values = new LinkedHashMap<>();
    variables.keySet().forEach(name -> values.put(name, variables.getValueTyped(name).getValue()));
    process.removeVariables();
    return values;
  }

  static void keep(DelegateExecution process, LeadId lead) {
    process.setProcessBusinessKey(lead.toString());
  }
}
