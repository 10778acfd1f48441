package io.leadlifecycle;

import io.leadlifecycle.Diagram.Box;
import io.leadlifecycle.Diagram.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** The picture is complete and reads from left to right without a tangle. */
final class DiagramRules {

  /** The ways back: what is tried again, or begins anew. */
  private static final Set<String> LOOPS =
      Set.of("Flow_MailSent", "Flow_LeadActive", "Flow_TryAgain", "Flow_CooledOff", "Flow_More");

  private DiagramRules() {}

  static List<String> undrawn(BpmnModelInstance model) {
    Stream<String> nodes =
        model.getModelElementsByType(FlowNode.class).stream()
            .filter(node -> node.getDiagramElement() == null)
            .map(FlowNode::getId);
    Stream<String> flows =
        model.getModelElementsByType(SequenceFlow.class).stream()
            .filter(flow -> flow.getDiagramElement() == null)
            .map(SequenceFlow::getId);
    return Stream.concat(nodes, flows).map(id -> id + " is not drawn").toList();
  }

  static List<String> overlaps(BpmnModelInstance model) {
    return pairs(Diagram.of(model).boxes(), DiagramRules::overlap).map(p -> p + " overlap").toList();
  }

  private static boolean overlap(Box a, Box b) {
    boolean belong =
        a.surrounds(b.element()) || b.surrounds(a.element()) || a.sitsOn(b) || b.sitsOn(a);
    return !belong && a.area().intersects(b.area());
  }

  /** Flows that leave the same element may share their first piece. */
  static List<String> crossings(BpmnModelInstance model) {
    return pairs(Diagram.of(model).lines(), DiagramRules::cross).map(p -> p + " cross").distinct().toList();
  }

  private static boolean cross(Line a, Line b) {
    return !a.flow().getSource().equals(b.flow().getSource()) && a.meets(b);
  }

  static List<String> hidden(BpmnModelInstance model) {
    Diagram diagram = Diagram.of(model);
    return diagram.lines().stream()
        .flatMap(
            line ->
                diagram.boxes().stream()
                    .filter(box -> hides(line, box))
                    .map(box -> line + " runs through " + box))
        .distinct()
        .toList();
  }

  private static boolean hides(Line line, Box box) {
    return !line.endsAt(box) && !box.surrounds(line.flow()) && !startsOn(box, line) && line.runsThrough(box);
  }

  private static boolean startsOn(Box box, Line line) {
    return line.flow().getSource() instanceof BoundaryEvent event
        && box.element().equals(event.getAttachedTo());
  }

  static List<String> backward(BpmnModelInstance model) {
    return model.getModelElementsByType(SequenceFlow.class).stream()
        .filter(flow -> !LOOPS.contains(flow.getId()))
        .filter(flow -> middle(flow.getTarget()) < middle(flow.getSource()))
        .map(flow -> flow.getId() + " goes back")
        .toList();
  }

  private static double middle(FlowNode node) {
    var bounds = ((BpmnShape) node.getDiagramElement()).getBounds();
    return bounds.getX() + bounds.getWidth() / 2;
  }

  private static <T> Stream<String> pairs(List<T> all, BiPredicate<T, T> bad) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (bad.test(all.get(i), all.get(j))) {
          found.add(all.get(i) + " and " + all.get(j));
        }
      }
    }
    return found.stream();
  }
}
