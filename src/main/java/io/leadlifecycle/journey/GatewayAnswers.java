package io.leadlifecycle.journey;

import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Forgets an answer once the gateway that asks for it has heard it: most are never even written to the database. */
final class GatewayAnswers extends AbstractBpmnParseListener {

  private static final Set<String> LASTING = Set.of("lead", "own");

  @Override
  public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl gateway) {
    gateway.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) GatewayAnswers::forget);
  }

  private static void forget(DelegateExecution execution) {
    PvmActivity gateway = ((ExecutionEntity) execution).getActivity();
    execution.getVariableNames().stream()
        .filter(name -> !LASTING.contains(name) && isAskedFor(name, gateway))
        .toList()
        .forEach(execution::removeVariable);
  }

  private static boolean isAskedFor(String name, PvmActivity gateway) {
    return gateway.getOutgoingTransitions().stream()
        .map(flow -> String.valueOf(flow.getProperty(BpmnParse.PROPERTYNAME_CONDITION_TEXT)))
        .anyMatch(condition -> condition.matches("(?s).*\\b" + Pattern.quote(name) + "\\b.*"));
  }
}
