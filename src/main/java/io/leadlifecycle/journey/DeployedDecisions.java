package io.leadlifecycle.journey;

import io.leadlifecycle.playbook.Decisions;
import io.leadlifecycle.playbook.NoRuleMatches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Evaluates the tables that are deployed, without an engine command for each: they are parsed once, and a version that somebody
 * deploys counts on every node within ten seconds.
 */
@Component
class DeployedDecisions implements Decisions {

  /** Facts such as points come in many values. So many answers take some megabytes. */
  private static final int MOST_ANSWERS = 20_000;

  /** Tables may ask for today. With the ten seconds until somebody looks, five minutes. */
  private static final Duration ANSWERS_HOLD = Duration.ofSeconds(290);

  private final RepositoryService repository;
  private final IdentityService identity;
  private final DmnEngine dmn = onlyFeel();
  private final Clock clock;
  private volatile Known known;

  /**
   * What was learned while these were the definitions. Dropped as a whole: an answer that is being worked out by an
   * older table ends up where nobody looks any more.
   */
  private record Known(
      Set<String> definitions,
      Map<String, DmnDecision> tables,
      Map<Question, Map<String, Object>> answers,
      Instant since) {

    Known(Set<String> definitions, Instant since) {
      this(definitions, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), since);
    }

    Known withoutAnswers(Instant now) {
      return new Known(definitions, tables, new ConcurrentHashMap<>(), now);
    }

    /** A clock may be set back. */
    boolean hasStaleAnswers(Instant now) {
      return answers.size() >= MOST_ANSWERS || Duration.between(since, now).abs().compareTo(ANSWERS_HOLD) >= 0;
    }
  }

  /** A table answers the same facts alike, and its expressions are slow: most questions are asked again and again. */
  private record Question(String decision, Map<String, ?> facts) {}

  DeployedDecisions(RepositoryService repository, IdentityService identity, Clock clock) {
    this.repository = repository;
    this.identity = identity;
    this.clock = clock;
    this.known = new Known(Set.of(), clock.instant());
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
    Known now = known;
    Question question = new Question(decision, new HashMap<>(facts));
    Map<String, Object> answer = now.answers().get(question);
    return answer == null ? answer(question, now) : answer;
  }

  private Map<String, Object> answer(Question question, Known now) {
    var result =
        dmn.evaluateDecisionTable(
            now.tables().computeIfAbsent(question.decision(), this::parse),
            Variables.fromMap(new HashMap<>(question.facts())));
    if (result.isEmpty()) {
      throw new NoRuleMatches(question.decision());
    }
    Map<String, Object> answer = result.getFirstResult().getEntryMap();
    if (now.answers().size() < MOST_ANSWERS) {
      now.answers().put(question, answer);
    }
    return answer;
  }

  /** Looks whether something was deployed, or taken back, and forgets what was learned before that or long ago. */
  @Scheduled(fixedDelay = 10_000)
  void look() {
    Set<String> definitions =
        repository.createDecisionDefinitionQuery().latestVersion().list().stream()
            .map(DecisionDefinition::getId)
            .collect(Collectors.toSet());
    Instant now = clock.instant();
    if (!definitions.equals(known.definitions())) {
      known = new Known(definitions, now);
    } else if (known.hasStaleAnswers(now)) {
      known = known.withoutAnswers(now);
    }
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
