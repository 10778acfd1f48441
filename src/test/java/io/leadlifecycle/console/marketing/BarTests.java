package io.leadlifecycle.console.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarTests {

  @Test
  void saysItsShareOfAllAndFillsByTheFullest() {
    Bar bar = new Bar("Nurtured", 5, 40, 10);

    assertThat(bar.share()).isEqualTo("13 %");
    assertThat(bar.width()).isEqualTo("50%");
  }

  @Test
  void isEmptyWhereNothingIs() {
    Bar bar = new Bar("Nurtured", 0, 0, 0);

    assertThat(bar.share()).isEqualTo("–");
    assertThat(bar.width()).isEqualTo("0%");
  }
}
