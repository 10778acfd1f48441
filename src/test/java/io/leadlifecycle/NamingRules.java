package io.leadlifecycle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;

/** Ids mean something, and every label can be read by someone who has never seen the model. */
final class NamingRules {

  private static final Map<Class<? extends BaseElement>, String> PREFIXES =
      Map.of(
          Event.class, "Event",
          Task.class, "Activity",
          SubProcess.class, "SubProcess",
          Gateway.class, "Gateway",
          SequenceFlow.class, "Flow",
          Message.class, "Message");

  private NamingRules() {}

  static List<String> meaninglessIds(BpmnModelInstance model) {
    return PREFIXES.entrySet().stream()
        .flatMap(kind -> meaningless(model.getModelElementsByType(kind.getKey()), kind.getValue()))
        .toList();
  }

  private static Stream<String> meaningless(Collection<? extends BaseElement> elements, String prefix) {
    return elements.stream()
        .map(BaseElement::getId)
        .filter(id -> !id.matches(prefix + "_([A-Z][a-z]*)+"))
        .map(id -> id + " is not " + prefix + "_ and a meaning in words");
  }

  /** A gateway that only merges, or lets everything go on, asks nothing, so it needs no name. */
  static List<String> namelessNodes(BpmnModelInstance model) {
    return model.getModelElementsByType(FlowNode.class).stream()
        .filter(node -> isBlank(node.getName()) && !onlyMerges(node) && !(node instanceof ParallelGateway))
        .map(node -> node.getId() + " has no name")
        .toList();
  }

  private static boolean onlyMerges(FlowNode node) {
    return node instanceof Gateway && node.getIncoming().size() > 1 && node.getOutgoing().size() == 1;
  }

  static List<String> unaskedQuestions(BpmnModelInstance model) {
    return model.getModelElementsByType(Gateway.class).stream()
        .filter(gateway -> !(gateway instanceof ParallelGateway))
        .filter(gateway -> gateway.getOutgoing().size() > 1 && !endsWith(gateway.getName(), "?"))
        .map(gateway -> gateway.getId() + " asks no question")
        .toList();
  }

  static List<String> unlabelledAnswers(BpmnModelInstance model) {
    return model.getModelElementsByType(SequenceFlow.class).stream()
        .filter(flow -> isAnswer(flow) && isBlank(flow.getName()))
        .map(flow -> flow.getId() + " does not say which answer it is")
        .toList();
  }

  private static boolean isAnswer(SequenceFlow flow) {
    FlowNode source = flow.getSource();
    boolean decides = source instanceof Gateway
        && !(source instanceof EventBasedGateway || source instanceof ParallelGateway);
    return flow.getConditionExpression() != null || decides && source.getOutgoing().size() > 1;
  }

  /** Tasks and waits: what a person may click on and wonder about. */
  static List<String> unexplained(BpmnModelInstance model) {
    return model.getModelElementsByType(FlowNode.class).stream()
        .filter(node -> node instanceof Activity || waits(node))
        .filter(node -> node.getDocumentations().isEmpty())
        .map(node -> node.getId() + " is not explained")
        .toList();
  }

  private static boolean waits(FlowNode node) {
    return node instanceof EventBasedGateway
        || node instanceof CatchEvent catching
            && !catching.getEventDefinitions().isEmpty();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static boolean endsWith(String text, String end) {
    return text != null && text.endsWith(end);
  }
}
