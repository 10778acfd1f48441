package io.leadlifecycle.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RolePointsTableTests {

  private final DmnFile rolePoints = DmnFile.of("role-points");

  @ParameterizedTest
  @ValueSource(strings = {
    "geschäftsführerin", "geschaeftsfuehrer", "ceo", "cto & co-founder", "inhaber", "owner", "vp operations",
    "head of quality", "leiter it", "produktionsleiterin", "leitung einkauf", "plant director",
    "managing director"
  })
  void givesThoseWhoDecideFive(String role) {
    assertThat(points(role)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"marketing manager", "marketing", "product owner", "prozessingenieur", "quality manager"})
  void givesThoseWhoHaveASayThree(String role) {
    assertThat(points(role)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"assistant to the ceo,1", "assistenz der geschäftsführung,1"})
  void doesNotTakeAssistantsForTheirBosses(String role, int points) {
    assertThat(points(role)).isEqualTo(points);
  }

  @ParameterizedTest
  @ValueSource(strings = {"student", "werkstudentin", "intern", "praktikant marketing", "trainee"})
  void takesThreeFromThoseWhoLearn(String role) {
    assertThat(points(role)).isEqualTo(-3);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"factory worker", "contractor", "international relations", "?"})
  void isNotMisledByPartsOfWords(@Nullable String role) {
    assertThat(points(role)).isEqualTo(0);
  }

  private Object points(@Nullable String role) {
    return rolePoints.givenRow(role).get("points");
  }
}
