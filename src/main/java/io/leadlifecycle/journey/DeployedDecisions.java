package io.leadlifecycle.journey;

import io.leadlifecycle.playbook.Decisions;
import io.leadlifecycle.playbook.NoRuleMatches;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Evaluates the tables that are deployed, without an engine command for each: they are parsed once, and a version that somebody
 * deploys counts on every node within ten seconds.
 */
@Component
class DeployedDecisions implements Decisions {

  private final RepositoryService repository;
  private final IdentityService identity;
  private final DmnEngine dmn = onlyFeel();
  private final Map<String, DmnDecision> latest = new ConcurrentHashMap<>();
  private final Map<Question, Map<String, Object>> answered = new ConcurrentHashMap<>();

  /** A table answers the same facts alike, and its expressions are slow: most questions are asked again and again. */
  private record Question(String decision, Map<String, ?> facts) {}

  DeployedDecisions(RepositoryService repository, IdentityService identity) {
    this.repository = repository;
    this.identity = identity;
  }

  /** The other languages reach all of Java. A table in one of them is refused, but may be there from before. */
  private static DmnEngine onlyFeel() {
    DefaultDmnEngineConfiguration engine = new DefaultDmnEngineConfiguration();
    engine.setElProvider(DeployedDecisions::noFeel);
    engine.setScriptEngineResolver(DeployedDecisions::noFeel);
    return engine.buildEngine();
  }

  private static <T> T noFeel(String what) {
    throw new IllegalStateException("Decisions are written in FEEL, and this is not: " + what);
  }

  @Override
  public Map<String, Object> decide(String decision, Map<String, ?> facts) {
    return answered.computeIfAbsent(new Question(decision, new HashMap<>(facts)), this::answer);
  }

  private Map<String, Object> answer(Question question) {
    var result =
        dmn.evaluateDecisionTable(
            latest.computeIfAbsent(question.decision(), this::parse),
            Variables.fromMap(new HashMap<>(question.facts())));
    if (result.isEmpty()) {
      throw new NoRuleMatches(question.decision());
    }
    return result.getFirstResult().getEntryMap();
  }

  @Scheduled(fixedDelay = 10_000)
  void forget() {
    latest.clear();
    answered.clear();
  }

  /** The program looks the table up for itself: the rep whose list it fills may not read tables. */
  private DmnDecision parse(String decision) {
    Authentication caller = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return dmn.parseDecision(decision, repository.getDecisionModel(deployed(decision)));
    } finally {
      identity.setAuthentication(caller);
    }
  }

  private String deployed(String decision) {
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(decision)
        .latestVersion()
        .singleResult()
        .getId();
  }
}
