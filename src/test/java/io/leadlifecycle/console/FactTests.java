package io.leadlifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactTests {

  @Test
  void linksToPages() {
    assertThat(Fact.page("Website", "https://bau.example/a?b").link()).isEqualTo("https://bau.example/a?b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "bau.example", "data:text/html", "https://a b", "//a.b"})
  void linksToNothingElse(String typed) {
    assertThat(Fact.page("Website", typed).link()).isNull();
  }

  @Test
  void dialsNumbersAsTheyAreSpoken() {
    assertThat(Fact.phone("Phone", "+49 (30) 10-42").link()).isEqualTo("tel:+49301042");
    assertThat(Fact.phone("Phone", "none").link()).isNull();
  }

  @Test
  void letsNoAddressAddToTheMailThatItOpens() {
    assertThat(Fact.mail("E-mail", "a?cc=b@bau.example").link()).isEqualTo("mailto:a%3Fcc=b@bau.example");
  }
}
