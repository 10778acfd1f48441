package io.leadlifecycle;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * The picture of a model, as a reader sees it.
 *
 * @param boxes shapes and labels
 * @param lines the straight pieces of the flows
 */
record Diagram(List<Box> boxes, List<Line> lines) {

  static Diagram of(BpmnModelInstance model) {
    Collection<BpmnShape> shapes = model.getModelElementsByType(BpmnShape.class);
    Collection<BpmnEdge> edges = model.getModelElementsByType(BpmnEdge.class);
    Stream<Box> drawn = shapes.stream().map(s -> Box.of(s.getBpmnElement(), "", s.getBounds()));
    Stream<Box> labels =
        Stream.concat(
            shapes.stream().flatMap(s -> label(s.getBpmnElement(), s.getBpmnLabel())),
            edges.stream().flatMap(e -> label(e.getBpmnElement(), e.getBpmnLabel())));
    return new Diagram(Stream.concat(drawn, labels).toList(), edges.stream().flatMap(Line::of).toList());
  }

  private static Stream<Box> label(BaseElement element, BpmnLabel label) {
    return Stream.ofNullable(label).map(BpmnLabel::getBounds).map(b -> Box.of(element, "'s label", b));
  }

  record Box(BaseElement element, String part, Rectangle2D area) {

    static Box of(BaseElement element, String part, Bounds b) {
      return new Box(element, part, new Rectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight()));
    }

    boolean isShape() {
      return part.isEmpty();
    }

    /** Whether it is the frame around an element: of the sub-process it belongs to. */
    boolean surrounds(BaseElement inner) {
      return isShape() && element.equals(inner.getParentElement());
    }

    /** A boundary event sits on its activity. */
    boolean sitsOn(Box host) {
      return isShape()
          && host.isShape()
          && element instanceof BoundaryEvent event
          && host.element.equals(event.getAttachedTo());
    }

    @Override
    public String toString() {
      return element.getId() + part;
    }
  }

  record Line(SequenceFlow flow, Line2D piece) {

    static Stream<Line> of(BpmnEdge edge) {
      List<Waypoint> points = List.copyOf(edge.getWaypoints());
      SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
      return IntStream.range(1, points.size())
          .mapToObj(i -> new Line(flow, between(points.get(i - 1), points.get(i))));
    }

    private static Line2D between(Waypoint from, Waypoint to) {
      return new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY());
    }

    boolean meets(Line other) {
      return piece.intersectsLine(other.piece);
    }

    boolean runsThrough(Box box) {
      return box.area().intersectsLine(piece);
    }

    boolean endsAt(Box box) {
      return box.isShape() && List.of(flow.getSource(), flow.getTarget()).contains(box.element());
    }

    @Override
    public String toString() {
      return flow.getId();
    }
  }
}
