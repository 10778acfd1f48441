package io.leadlifecycle;

import java.util.Iterator;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;

/** Models that break one rule each. */
final class WrongModels {

  private WrongModels() {}

  static BpmnModelInstance withGeneratedId() {
    return start().serviceTask("Activity_0abc12").done();
  }

  static BpmnModelInstance withNamelessTask() {
    return start().userTask("Activity_CallLead").name("").done();
  }

  static BpmnModelInstance withUnexplainedTask() {
    return start().userTask("Activity_CallLead").done();
  }

  static BpmnModelInstance withGatewayThatAsksNothing() {
    return start()
        .exclusiveGateway("Gateway_Fit").name("Fit").endEvent()
        .moveToLastGateway().endEvent()
        .done();
  }

  static BpmnModelInstance withFlowThatAnswersNothing() {
    return start()
        .exclusiveGateway("Gateway_Fit").sequenceFlowId("Flow_Fits").endEvent()
        .moveToLastGateway().endEvent()
        .done();
  }

  static BpmnModelInstance keptForEver() {
    return Bpmn.createExecutableProcess("sample").camundaHistoryTimeToLiveString(null).startEvent().done();
  }

  static BpmnModelInstance withTimerThatIsNotTriedAgain() {
    return start().intermediateCatchEvent("Event_MailDue").timerWithDate("2030-01-01T00:00:00").done();
  }

  static BpmnModelInstance withDecisionInTheStepBefore() {
    return start().businessRuleTask("Activity_ScoreLead").done();
  }

  static BpmnModelInstance withMessageThatNobodySends() {
    return start().intermediateCatchEvent().message("LeadSneezed").done();
  }

  static BpmnModelInstance withMissingForm() {
    return start().userTask().camundaFormRef("no-such-form").done();
  }

  static BpmnModelInstance withUnknownListener() {
    return start().userTask().camundaTaskListenerDelegateExpression("complete", "${anyBean}").done();
  }

  static BpmnModelInstance withExpression(String expression) {
    return start().serviceTask().camundaExpression(expression).done();
  }

  static BpmnModelInstance withStage(String stage) {
    StartEventBuilder start = start();
    BpmnModelInstance model = start.done();
    CamundaProperties properties = model.newInstance(CamundaProperties.class);
    CamundaProperty property = model.newInstance(CamundaProperty.class);
    property.setCamundaName("stage");
    property.setCamundaValue(stage);
    properties.getCamundaProperties().add(property);
    return start.addExtensionElement(properties).done();
  }

  static BpmnModelInstance undrawn() {
    BpmnModelInstance model = line();
    List.copyOf(model.getModelElementsByType(BpmnShape.class))
        .forEach(shape -> shape.getParentElement().removeChildElement(shape));
    return model;
  }

  static BpmnModelInstance withShapesUponEachOther() {
    BpmnModelInstance model = line();
    model.getModelElementsByType(BpmnShape.class).forEach(shape -> shape.getBounds().setX(0));
    return model;
  }

  static BpmnModelInstance fromRightToLeft() {
    BpmnModelInstance model = line();
    model.getModelElementsByType(BpmnShape.class).forEach(s -> s.getBounds().setX(-s.getBounds().getX()));
    return model;
  }

  static BpmnModelInstance withCrossingFlows() {
    BpmnModelInstance model = line();
    draw(model, "Flow_First", 0, 0, 100, 100);
    draw(model, "Flow_Second", 0, 100, 100, 0);
    return model;
  }

  static BpmnModelInstance withFlowThroughShape() {
    BpmnModelInstance model = line();
    draw(model, "Flow_First", -1000, 118, 1000, 118);
    return model;
  }

  static DmnModelInstance decisionKeptForEver() {
    DmnModelInstance model = Dmn.createEmptyModel();
    Definitions definitions = model.newInstance(Definitions.class);
    Decision decision = model.newInstance(Decision.class);
    decision.setId("sample");
    model.setDefinitions(definitions);
    definitions.addChildElement(decision);
    return model;
  }

  private static StartEventBuilder start() {
    return Bpmn.createExecutableProcess("sample").startEvent("Event_Begun");
  }

  private static BpmnModelInstance line() {
    return start()
        .sequenceFlowId("Flow_First").userTask("Activity_CallLead")
        .sequenceFlowId("Flow_Second").endEvent("Event_Called")
        .done();
  }

  private static void draw(BpmnModelInstance model, String flow, double... xy) {
    BpmnEdge edge =
        model.getModelElementsByType(BpmnEdge.class).stream()
            .filter(e -> e.getBpmnElement().getId().equals(flow))
            .findFirst()
            .orElseThrow();
    Iterator<Waypoint> points = edge.getWaypoints().iterator();
    for (int i = 0; i < xy.length; i += 2) {
      Waypoint point = points.next();
      point.setX(xy[i]);
      point.setY(xy[i + 1]);
    }
  }
}
