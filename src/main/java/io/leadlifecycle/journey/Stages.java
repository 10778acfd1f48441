package io.leadlifecycle.journey;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.Stage;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** Lets the model say where a lead stands: an element with the extension property {@code stage} begins that stage, an end ends it. */
final class Stages extends AbstractBpmnParseListener {

  private final Supplier<Leads> leads;

  /** Models are read before there are any leads to ask. */
  Stages(ObjectProvider<Leads> leads) {
    this.leads = SingletonSupplier.of(leads::getObject);
  }

  @Override
  public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
    for (ProcessDefinitionEntity definition : definitions) {
      if (mark(root, definition)) {
        definition.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::leave);
      }
    }
  }

  /** Also when an operator deletes the process. Not one that merged into another: that ends knowing that it never was the lead's own. */
  private void leave(DelegateExecution process) {
    if (!Boolean.FALSE.equals(process.getVariable("own"))) {
      leads.get().leave(LeadId.of(process.getProcessBusinessKey()));
    }
  }

  /** @return whether there is a stage in it */
  private boolean mark(Element element, ProcessDefinitionEntity definition) {
    String stage = ModelProperty.of(element, "stage");
    ActivityImpl activity = stage == null ? null : definition.findActivity(element.attribute("id"));
    if (activity != null) {
      activity.addListener(ExecutionListener.EVENTNAME_START, entering(Stage.valueOf(stage)));
    }
    boolean isStaged = activity != null;
    for (Element child : element.elements()) {
      isStaged |= mark(child, definition);
    }
    return isStaged;
  }

  private ExecutionListener entering(Stage stage) {
    return execution -> leads.get().enter(LeadId.of(execution.getProcessBusinessKey()), stage);
  }
}
