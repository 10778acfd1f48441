package io.leadlifecycle.journey;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Lets the model say which start event or service task leaves no line in the history: its extension property {@code history} is {@code
 * none}. Meant for steps that every lead goes through and that tell nothing about it: their lines are most of what history costs with a
 * new lead. Where and when a process began stands with the process itself.
 */
final class UnwrittenSteps extends AbstractBpmnParseListener {

  private static final String HISTORY = "history";
  private static final String NONE = "none";

  @Override
  public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl start) {
    mark(element, start);
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl task) {
    mark(element, task);
  }

  private static void mark(Element element, ActivityImpl step) {
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
