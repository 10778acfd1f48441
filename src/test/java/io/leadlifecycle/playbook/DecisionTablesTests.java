package io.leadlifecycle.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every table, whatever a marketer changes in it. */
class DecisionTablesTests {

  private static final Map<String, List<Object>> SAMPLES = Map.of(
      "string", List.of("GOOD_FIT", "", "BUSINESS", "Maschinenbau"),
      "integer", List.of(25, 0, -1L),
      "double", List.of(25.5, 0, -1.5),
      "boolean", List.of(true, false));

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.playbook.DmnFile#all")
  void isNamedLikeItsFileAndIsCleanedUp(DmnFile file) {
    Decision decision = file.model().getModelElementsByType(Decision.class).iterator().next();
    assertThat(decision.getId()).isEqualTo(file.stem());
    assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P180D");
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.playbook.DmnFile#all")
  void takesTheFirstRuleAndCatchesAllInTheLast(DmnFile file) {
    DecisionTable table = file.table();
    assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.FIRST);
    List<Rule> rules = List.copyOf(table.getRules());
    assertThat(catchesAll(rules.get(rules.size() - 1))).isTrue();
    assertThat(rules.subList(0, rules.size() - 1)).noneMatch(DecisionTablesTests::catchesAll);
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.playbook.DmnFile#all")
  void asksForPlainFactsOnly(DmnFile file) {
    assertThat(file.inputs()).allMatch(input -> input.matches("[a-z][A-Za-z]*"));
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.playbook.DmnFile#all")
  void answersInFullWhateverIsMissing(DmnFile file) {
    for (Object[] row : rowsOf(file)) {
      assertThat(file.givenRow(row)).as("%s", Arrays.toString(row))
          .containsOnlyKeys(file.outputs()).doesNotContainValue(null);
    }
  }

  private static boolean catchesAll(Rule rule) {
    return rule.getInputEntries().stream().map(InputEntry::getTextContent).allMatch(String::isBlank);
  }

  /** Nothing known; then each fact alone with each sample of its type, and each fact alone missing. */
  private static List<Object[]> rowsOf(DmnFile file) {
    List<List<Object>> columns = file.table().getInputs().stream()
        .map(input -> SAMPLES.get(input.getInputExpression().getTypeRef())).toList();
    List<Object[]> rows = new ArrayList<>();
    rows.add(new Object[columns.size()]);
    for (int column = 0; column < columns.size(); column++) {
      for (Object sample : columns.get(column)) {
        rows.add(with(new Object[columns.size()], column, sample));
      }
      rows.add(with(columns.stream().map(samples -> samples.get(0)).toArray(), column, null));
    }
    return rows;
  }

  private static Object[] with(Object[] row, int column, @Nullable Object value) {
    row[column] = value;
    return row;
  }
}
