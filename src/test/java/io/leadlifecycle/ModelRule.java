package io.leadlifecycle;

import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * Something that every process model keeps.
 *
 * @param promise the rule as a sentence
 * @param check finds what breaks it
 * @param wrong a model that breaks it, so that no rule passes by matching nothing
 * @param complaint what the check has to say about the wrong model
 */
record ModelRule(
    String promise,
    Function<BpmnModelInstance, List<String>> check,
    BpmnModelInstance wrong,
    String complaint) {

  List<String> violations(BpmnModelInstance model) {
    return check.apply(model);
  }

  @Override
  public String toString() {
    return promise;
  }
}
