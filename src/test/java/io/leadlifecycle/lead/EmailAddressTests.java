package io.leadlifecycle.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "erika", "@bau.example", "erika@", "erika@bau", "erika@@bau.example", "a b@bau.example",
        "erika@bau..example", "erika@-bau.example", "erika@[127.0.0.1]", "\"a b\"@bau.example",
        "erika@bau.example,max@bau.example", "<erika@bau.example>", "erika@bau.example\nBcc: x@y.example",
        "erika@bau\u0000.example", "erika\u0007@bau.example", ".erika@bau.example", "erika.@bau.example"
      })
  void refusesWhatIsNoAddress(String typed) {
    assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\n@b.de", "a@b.de\n", "\ta@b.de", "a@b.de\r\nBcc: c@d.de"})
  void refusesALineBreakAnywhere(String typed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailAddress(typed))
        .withMessage("has control characters");
  }

  @Test
  void refusesMoreThanAPathCanHold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailAddress("a@" + "b".repeat(60).concat(".").repeat(5) + "example"))
        .withMessageContaining("longer than 254");
  }

  @ParameterizedTest
  @CsvSource({
    "Erika.Muster@BAU.example, erika.muster@bau.example",
    "' erika@bau.example ', erika@bau.example",
    "erika@straße.de, erika@xn--strae-oqa.de",
    "erika+lists@bau.example, erika+lists@bau.example",
    "o'hara@bau.example, o'hara@bau.example"
  })
  void comparesInOneForm(String typed, String normalised) {
    assertThat(new EmailAddress(typed).value()).isEqualTo(normalised);
  }

  @ParameterizedTest
  @CsvSource({
    "erika@bau-ag.de, BUSINESS",
    "erika@gmx.de, FREE_MAIL",
    "erika@mailbox.org, FREE_MAIL",
    "erika@tuta.io, FREE_MAIL",
    "erika@mailinator.com, DISPOSABLE",
    "erika@any.mailinator.com, DISPOSABLE"
  })
  void knowsWhatTheDomainSays(String address, AddressKind kind) {
    assertThat(new EmailAddress(address).kind()).isEqualTo(kind);
  }
}
