package io.leadlifecycle;

import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;

/** What fails is tried again, and history ends some day. */
final class ExecutionRules {

  private ExecutionRules() {}

  static List<String> endlessHistory(BpmnModelInstance model) {
    return ModelText.keptForEver(model).stream().map(id -> id + " has no history time to live").toList();
  }

  static List<String> jobsWithoutRetries(BpmnModelInstance model) {
    return model.getModelElementsByType(FlowNode.class).stream()
        .filter(node -> isJob(node) && !isTriedAgain(node))
        .map(node -> node.getId() + " does not say when it is tried again")
        .toList();
  }

  private static boolean isJob(FlowNode node) {
    return isSet(node, "asyncBefore")
        || isSet(node, "asyncAfter")
        || !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
  }

  private static boolean isSet(FlowNode node, String attribute) {
    return "true".equals(node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute));
  }

  private static boolean isTriedAgain(FlowNode node) {
    ExtensionElements extensions = node.getExtensionElements();
    return extensions != null
        && !extensions.getChildElementsByType(CamundaFailedJobRetryTimeCycle.class).isEmpty();
  }

  /** A faulty decision table must not undo what led to it, such as a rep's answers. */
  static List<String> decisionsInForeignTransactions(BpmnModelInstance model) {
    return model.getModelElementsByType(BusinessRuleTask.class).stream()
        .filter(task -> !task.isCamundaAsyncBefore())
        .map(task -> task.getId() + " decides in the transaction of the step before")
        .toList();
  }
}
