package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models are held to the same standard as the code. */
class ModelTests {

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void everyProcessKeepsTheRule(ModelRule rule) throws IOException {
    assertThat(files("bpmn")).isNotEmpty().allSatisfy(file ->
        assertThat(rule.violations(Bpmn.readModelFromFile(file.toFile()))).as(file.toString()).isEmpty());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void aWrongModelIsRejected(ModelRule rule) {
    assertThat(rule.violations(rule.wrong())).contains(rule.complaint());
  }

  @Test
  void everyDefinitionIsNamedAfterItsFile() throws IOException {
    for (Path file : models()) {
      assertThat(ModelText.definitions(read(file))).as(file.toString()).containsExactly(stem(file));
    }
  }

  @Test
  void everyDecisionEndsItsHistory() throws IOException {
    for (Path file : files("dmn")) {
      assertThat(ModelText.keptForEver(read(file))).as(file.toString()).isEmpty();
    }
  }

  @Test
  void aDecisionThatKeepsItsHistoryForEverIsRejected() {
    assertThat(ModelText.keptForEver(WrongModels.decisionKeptForEver())).containsExactly("sample");
  }

  static Stream<ModelRule> rules() {
    return ModelRules.all();
  }

  private static List<Path> models() throws IOException {
    return Stream.concat(files("bpmn").stream(), files("dmn").stream()).toList();
  }

  private static List<Path> files(String kind) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("bpmn"))) {
      return all.filter(file -> file.toString().endsWith("." + kind)).sorted().toList();
    }
  }

  private static ModelInstance read(Path file) {
    return file.toString().endsWith(".dmn")
        ? Dmn.readModelFromFile(file.toFile())
        : Bpmn.readModelFromFile(file.toFile());
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }
}
