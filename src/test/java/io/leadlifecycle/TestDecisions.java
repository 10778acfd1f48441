package io.leadlifecycle;

import io.leadlifecycle.playbook.Decisions;
import io.leadlifecycle.playbook.NoRuleMatches;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;

/** The real decision tables, evaluated without a process engine. */
public final class TestDecisions implements Decisions {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private final Map<String, DmnDecision> tables = new HashMap<>();

  @Override
  public synchronized Map<String, Object> decide(String decision, Map<String, ?> facts) {
    DmnDecision table = tables.computeIfAbsent(decision, TestDecisions::parse);
    return Optional.ofNullable(
            ENGINE.evaluateDecisionTable(table, Variables.fromMap(new HashMap<>(facts))).getFirstResult())
        .orElseThrow(() -> new NoRuleMatches(decision))
        .getEntryMap();
  }

  private static DmnDecision parse(String decision) {
    try (InputStream file = TestDecisions.class.getResourceAsStream("/bpmn/" + decision + ".dmn")) {
      return ENGINE.parseDecision(decision, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
