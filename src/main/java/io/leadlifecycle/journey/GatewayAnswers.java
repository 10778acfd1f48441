package io.leadlifecycle.journey;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Lets the model say which answer nobody needs behind a gateway: the gateway's extension property {@code forgets} names
 * the variable. Most are then not even written to the database.
 */
final class GatewayAnswers extends AbstractBpmnParseListener {

  @Override
  public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl gateway) {
    String answer = ModelProperty.of(element, "forgets");
    if (answer != null) {
      gateway.addListener(
          ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> execution.removeVariable(answer));
    }
  }
}
