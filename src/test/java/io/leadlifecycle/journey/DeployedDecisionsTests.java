package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeployedDecisionsTests {

  private static final String TABLE = """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
        <decision id="greeting" name="greeting">
          <decisionTable id="table">
            <input id="in">
              <inputExpression id="by" typeRef="string"><text>language</text></inputExpression>
            </input>
            <output id="out" name="words" typeRef="string" />
            <rule id="rule">
              <inputEntry id="any"><text></text></inputEntry><outputEntry id="says"><text>"%s"</text></outputEntry>
            </rule>
          </decisionTable>
        </decision>
      </definitions>""";

  private final ProcessEngine engine = new StandaloneInMemProcessEngineConfiguration()
      .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
      .setEnforceHistoryTimeToLive(false)
      .setProcessEngineName(UUID.randomUUID().toString())
      .buildProcessEngine();
  private final TestClock clock = new TestClock();
  private final DeployedDecisions decisions =
      new DeployedDecisions(engine.getRepositoryService(), engine.getIdentityService(), clock);

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void decidesByTheTableThatIsDeployedLast() {
    deploy("Hello");
    decisions.look();
    assertThat(greeting()).containsEntry("words", "Hello");
    String newer = deploy("Welcome");
    decisions.look();
    assertThat(greeting()).containsEntry("words", "Welcome");
    engine.getRepositoryService().deleteDeployment(newer, true);
    decisions.look();
    assertThat(greeting()).containsEntry("words", "Hello");
  }

  @Test
  void keepsItsAnswersWhileNothingIsDeployed() {
    deploy("Hello");
    decisions.look();
    Map<String, Object> answer = greeting();
    decisions.look();
    assertThat(greeting()).isSameAs(answer);
    deploy("Hello");
    decisions.look();
    assertThat(greeting()).isNotSameAs(answer).isEqualTo(answer);
  }

  /** FEEL may ask for today. */
  @Test
  void answersAnewAfterFiveMinutes() {
    deploy("Hello");
    decisions.look();
    Map<String, Object> answer = greeting();
    clock.tick(Duration.ofMinutes(4));
    decisions.look();
    assertThat(greeting()).isSameAs(answer);
    clock.tick(Duration.ofSeconds(50));
    decisions.look();
    assertThat(greeting()).isNotSameAs(answer).isEqualTo(answer);
  }

  private Map<String, Object> greeting() {
    return decisions.decide("greeting", Map.of("language", "en"));
  }

  private String deploy(String words) {
    return engine.getRepositoryService().createDeployment()
        .addString("greeting.dmn", TABLE.formatted(words))
        .deploy()
        .getId();
  }
}
