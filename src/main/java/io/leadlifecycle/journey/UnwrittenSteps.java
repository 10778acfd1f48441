package io.leadlifecycle.journey;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Lets the model say which service task leaves no line in the history: its extension property {@code history} is {@code none}. Meant for
 * steps that every lead goes through and that tell nothing about it: their lines are most of what history costs with a new lead.
 */
final class UnwrittenSteps extends AbstractBpmnParseListener {

  private static final String HISTORY = "history";
  private static final String NONE = "none";

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl step) {
    String history = ModelProperty.of(element, HISTORY);
    if (history != null && !history.equals(NONE)) {
      throw new BadInput(step.getId() + ": history can be none, but not " + history);
    }
    step.setProperty(HISTORY, history);
  }

  static boolean include(CoreModelElement step) {
    return NONE.equals(step.getProperty(HISTORY));
  }
}
