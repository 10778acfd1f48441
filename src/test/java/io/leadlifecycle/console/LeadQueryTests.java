package io.leadlifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadQueryTests {

  @Test
  void ignoresBlanksAroundTheText() {
    assertThat(new LeadQuery(null, " bau ", 0, 50).text()).isEqualTo("bau");
  }

  @ParameterizedTest
  @CsvSource({"-1, 50, page", "1000001, 50, page", "0, 0, size", "0, 201, size"})
  void namesTheNumberThatIsOutOfBounds(int page, int size, String parameter) {
    assertThatThrownBy(() -> new LeadQuery(null, "", page, size))
        .isInstanceOfSatisfying(InvalidParameter.class, e -> assertThat(e.parameter()).isEqualTo(parameter));
  }

  @Test
  void refusesTextThatNoDatabaseTakes() {
    for (String text : List.of("a\0b", "a".repeat(201))) {
      assertThatThrownBy(() -> new LeadQuery(null, text, 0, 50)).isInstanceOf(InvalidParameter.class);
    }
  }
}
