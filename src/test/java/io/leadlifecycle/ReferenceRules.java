package io.leadlifecycle;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.leadlifecycle.lead.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;

/** Whatever a model names exists: messages, forms, listeners, stages. */
final class ReferenceRules {

  private static final Set<String> LISTENERS =
      Set.of("leadIntake", "coldLeadIntake", "leadCard", "qualifyAnswers", "enrichAnswers", "contactAnswers", "overdueCall");
  private static final Set<String> STAGES =
      Arrays.stream(Stage.values()).map(Stage::name).collect(Collectors.toSet());
  private static final Set<String> RECORDS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.leadlifecycle").stream()
              .filter(JavaClass::isRecord)
              .map(JavaClass::getSimpleName)
              .collect(Collectors.toSet());

  private ReferenceRules() {}

  static List<String> messagesWithoutEvent(BpmnModelInstance model) {
    return model.getModelElementsByType(Message.class).stream()
        .map(Message::getName)
        .filter(name -> !RECORDS.contains(name))
        .map(name -> "There is no event record " + name)
        .toList();
  }

  static List<String> missingForms(BpmnModelInstance model) {
    return ModelText.attributes(model, "formRef").stream()
        .filter(form -> !Files.exists(Path.of("bpmn", form + ".form")))
        .map(form -> "There is no form " + form)
        .toList();
  }

  static List<String> unknownListeners(BpmnModelInstance model) {
    return ModelText.attributes(model, "delegateExpression").stream()
        .filter(expression -> LISTENERS.stream().noneMatch(bean -> expression.equals("${" + bean + "}")))
        .map(expression -> expression + " is no listener")
        .toList();
  }

  static List<String> unknownStages(BpmnModelInstance model) {
    return ModelText.stages(model).stream()
        .filter(stage -> !STAGES.contains(stage))
        .map(stage -> stage + " is no stage")
        .toList();
  }

  /** Of the process that leads go through: others name no stage at all. */
  static List<String> stagesNeverEntered(BpmnModelInstance model) {
    List<String> entered = ModelText.stages(model);
    return STAGES.stream()
        .filter(stage -> !entered.isEmpty() && !entered.contains(stage))
        .map(stage -> "Nothing enters " + stage)
        .toList();
  }
}
