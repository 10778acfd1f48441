package io.leadlifecycle.lead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Addresses that others collected: {@code email-syntax/README.md} says who. */
class AddressCorpusTests {

  /** Letters, digits and the signs that RFC 5322 allows without quotes, at a domain with a name. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@([A-Za-z0-9-]+\\.)+[A-Za-z][A-Za-z0-9-]+");

  /** A label that claims to be Punycode and is none: no such domain can exist. */
  private static final String NO_PUNYCODE = "test@xn--example.com";

  @Test
  void acceptsEveryPlainAddressThatIsValid() throws IOException {
    List<String> plain = valid().stream().filter(address -> PLAIN.matcher(address).matches()).toList();
    assertThat(plain).hasSize(53).filteredOn(address -> !accepts(address)).containsExactly(NO_PUNYCODE);
  }

  /**
   * What has quotes, comments, a name beside the address, an IP address for a domain, or a domain without a dot. Nobody
   * who fills in a form has such an address, mail providers refuse them, and header injection likes them.
   */
  @Test
  void refusesOfTheValidOnesOnlyWhatIsExotic() throws IOException {
    List<String> refused = valid().stream().filter(address -> !accepts(address)).toList();
    assertThat(valid()).hasSize(128);
    assertThat(refused).hasSize(66).allMatch(address -> !PLAIN.matcher(address).matches() || address.equals(NO_PUNYCODE));
  }

  @Test
  void refusesWhatIsInvalid() throws IOException {
    assertThat(invalid()).hasSize(157).contains("Abc.example.com", "A@b@c@example.com", "first.last@sub.do,com")
        .noneMatch(AddressCorpusTests::accepts);
  }

  private static boolean accepts(String address) {
    try {
      return !new EmailAddress(address).value().isEmpty();
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  private static List<String> valid() throws IOException {
    return lines("jmail-valid-addresses.csv").stream()
        .map(line -> line.split(",")[0])
        .toList();
  }

  private static List<String> invalid() throws IOException {
    return lines("jmail-invalid-addresses.csv").stream()
        .map(line -> line.replaceFirst("\\s+;\\s.*$", ""))
        .toList();
  }

  private static List<String> lines(String file) throws IOException {
    return new ClassPathResource("email-syntax/" + file).getContentAsString(UTF_8).lines().skip(1)
        .filter(line -> !line.isBlank())
        .toList();
  }
}
