package io.leadlifecycle.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;

/** One decision table of the shipped playbook, decided by the plain engine. */
record DmnFile(String stem, DmnModelInstance model, DmnDecision decision) {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  static Stream<DmnFile> all() {
    return Stream.of(
            "qualification", "activity-points", "role-points", "temperature", "mail-priority", "handover")
        .map(DmnFile::of);
  }

  static DmnFile of(String stem) {
    try (InputStream file = DmnFile.class.getResourceAsStream("/bpmn/" + stem + ".dmn")) {
      DmnModelInstance model = Dmn.readModelFromStream(file);
      return new DmnFile(stem, model, ENGINE.parseDecision(stem, model));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DecisionTable table() {
    return model.getModelElementsByType(DecisionTable.class).iterator().next();
  }

  List<String> inputs() {
    return table().getInputs().stream()
        .map(Input::getInputExpression).map(e -> e.getText().getTextContent()).toList();
  }

  List<String> outputs() {
    return table().getOutputs().stream().map(Output::getName).toList();
  }

  /** What the table makes of these facts; every input that is not named is null. */
  Map<String, Object> given(Map<String, ?> facts) {
    Map<String, Object> all = new HashMap<>();
    inputs().forEach(input -> all.put(input, null));
    all.putAll(facts);
    var result = ENGINE.evaluateDecisionTable(decision, all).getSingleResult();
    return result == null ? Map.of() : result.getEntryMap();
  }

  /** The same for facts in the order of the columns. */
  Map<String, Object> givenRow(Object... row) {
    Map<String, Object> facts = new HashMap<>();
    for (int i = 0; i < row.length; i++) {
      facts.put(inputs().get(i), row[i]);
    }
    return given(facts);
  }

  @Override
  public String toString() {
    return stem;
  }
}
