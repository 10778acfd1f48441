package io.leadlifecycle.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.journey.people.House;
import io.leadlifecycle.playbook.Decisions;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Models bring no code, whoever deploys them, and their expressions reach only the beans that are meant for them. */
class PlainModelsTests extends House {

  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private Decisions decisions;
  @Autowired private JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(strings = {
    "<scriptTask id='t' scriptFormat='groovy'><script>1</script></scriptTask>",
    "<scriptTask id='t' scriptFormat='javascript' camunda:resource='deployment://a.js'/>",
    "<task id='t'><extensionElements><camunda:executionListener event='start'>"
        + "<camunda:script scriptFormat='juel'>${1}</camunda:script></camunda:executionListener></extensionElements></task>",
    "<task id='t'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>"
        + "<camunda:script scriptFormat='python'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>"
        + "</extensionElements></task>",
    "<task id='t'/><endEvent id='e'/><sequenceFlow id='f' sourceRef='t' targetRef='e'>"
        + "<conditionExpression language='groovy'>true</conditionExpression></sequenceFlow>",
    "<serviceTask id='t' camunda:class='org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior'/>",
    "<serviceTask id='t' xmlns:a='http://activiti.org/bpmn' a:class='java.lang.Runtime'/>",
    "<serviceTask id='t' camunda:type='Shell'/>",
    "<serviceTask id='t' camunda:type='mail'/>",
    "<callActivity id='t' calledElement='x' camunda:variableMappingClass='java.lang.Object'/>",
    "<userTask id='t' camunda:formKey='embedded:deployment:form.html'/>",
    "<userTask id='t'><extensionElements><camunda:formData><camunda:formField id='a' type='string'><camunda:validation>"
        + "<camunda:constraint name='validator' config='java.lang.Object'/></camunda:validation></camunda:formField>"
        + "</camunda:formData></extensionElements></userTask>"
  })
  void areRefusedWithCodeInThem(String steps) {
    long before = repository.createDeploymentQuery().count();

    assertThatThrownBy(() -> deploy("trojan.bpmn", process("trojan", steps)))
        .isInstanceOf(BadInput.class)
        .hasMessageMatching("trojan\\.bpmn, line \\d+: models bring no code, but here is .*");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void areRefusedWithAHistoryThatThereIsNot() {
    String step = "<serviceTask id='t' camunda:expression='${true}'><extensionElements><camunda:properties>"
        + "<camunda:property name='history' value='%s'/></camunda:properties></extensionElements></serviceTask>";
    long before = repository.createDeploymentQuery().count();

    assertThatThrownBy(() -> deploy("vain.bpmn", process("vain", step.formatted("nobody"))))
        .hasMessageContaining("t: history can be none, but not nobody");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    assertThatCode(() -> deploy("vain.bpmn", process("vain", step.formatted("none")))).doesNotThrowAnyException();
  }

  @Test
  void areRefusedWithADocumentType() {
    String hidden = "<!DOCTYPE definitions [<!ATTLIST serviceTask class CDATA 'java.lang.Runtime'>]>"
        + process("trojan", "<serviceTask id='t'/>");

    assertThatThrownBy(() -> deploy("trojan.bpmn", hidden)).hasMessageContaining("a document type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"groovy", "javascript", "http://www.w3.org/1999/XPath", "juel", "JUEL"})
  void areRefusedAsDecisionsInAnotherLanguageThanFeel(String language) {
    String foreign = "expressionLanguage='" + language + "'";

    assertThat(List.of(
            decision(foreign, "", "", "1"), decision("", foreign, "", "1"), decision("", "", foreign, "1")))
        .allSatisfy(model -> assertThatThrownBy(() -> deploy("trojan.dmn", model))
            .isInstanceOf(BadInput.class)
            .hasMessageContaining("expressionlanguage=" + language.toLowerCase()));
  }

  @Test
  void areRefusedThoughTheirNamePromisesAProcess() {
    assertThatThrownBy(() -> deploy("no-bpmn.dmn", decision("", "", "expressionLanguage='juel'", "1")))
        .isInstanceOf(BadInput.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "${environment.getProperty('user.home')}",
    "${dataSource.getConnection()}",
    "${execution.getProcessEngineServices().getRepositoryService()}",
    "${execution.processEngineServices}",
    "${''.getClass().forName('java.lang.Runtime')}",
    "${leads.getClass().forName('java.lang.Runtime')}",
    "${leads.class}"
  })
  void failWhenTheyNameWhatIsNotForThem(String expression) {
    deploy("curious.bpmn", process("curious", "<serviceTask id='t' camunda:expression=\"" + expression + "\"/>"));

    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("curious"))
        .hasStackTraceContaining("Exception: ")
        .hasStackTraceContaining(".el.");
  }

  /** As if it had been deployed before it was refused. */
  @ParameterizedTest
  @ValueSource(strings = {"juel", "javascript"})
  void failAsDecisionsInAnotherLanguageThanFeel(String language) {
    deploy("former.dmn", decision("", "", "", "1 + 1"));
    String former = decision("", "", "expressionLanguage='" + language + "'", "${''.getClass().getName()}");
    jdbc.sql("update act_ge_bytearray set bytes_ = ? where name_ = 'former.dmn'")
        .param(former.getBytes(UTF_8))
        .update();
    ReflectionTestUtils.invokeMethod(decisions, "look");

    assertThatThrownBy(() -> decisions.decide("curious", Map.of("kind", "a")))
        .hasStackTraceContaining("Decisions are written in FEEL, and this is not: ");
  }

  @Test
  void mayDoEverythingElse() {
    String plain = process("plain", "<task id='t'/><endEvent id='e'/><sequenceFlow id='f' sourceRef='t' targetRef='e'>"
        + "<conditionExpression>${a == 'b' and not empty a}</conditionExpression></sequenceFlow>");

    assertThatCode(() -> deploy("plain.bpmn", plain)).doesNotThrowAnyException();
    assertThatCode(() -> deploy("curious.dmn", decision("", "", "", "1 + 1"))).doesNotThrowAnyException();
  }

  private DeploymentWithDefinitions deploy(String name, String model) {
    return repository.createDeployment().addString(name, model).deployWithResult();
  }

  private static String process(String id, String steps) {
    return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
          <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="s"/><sequenceFlow id="go" sourceRef="s" targetRef="t"/>
            %s
          </process>
        </definitions>""".formatted(id, steps);
  }

  private static String decision(String question, String entry, String output, String answer) {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"
            xmlns:camunda="http://camunda.org/schema/1.0/dmn">
          <decision id="curious" name="Curious" camunda:historyTimeToLive="P1D">
            <decisionTable id="table">
              <input id="in">
                <inputExpression id="question" typeRef="string" %s><text>kind</text></inputExpression>
              </input>
              <output id="out" name="out" typeRef="string"/>
              <rule id="rule">
                <inputEntry id="entry" %s><text>"a"</text></inputEntry>
                <outputEntry id="answer" %s><text>%s</text></outputEntry>
              </rule>
            </decisionTable>
          </decision>
        </definitions>""".formatted(question, entry, output, answer);
  }
}
