package io.leadlifecycle.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.EmailAddress;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsTests {

  @Test
  void completesWebAddressesAndDropsBlanks() {
    Findings findings = new Findings(" www.bau.example/de ", " ", "", null, null, null, false, null, null);
    assertThat(findings.homepage()).isEqualTo("https://www.bau.example/de");
    assertThat(withHomepage("http://müller.example:8080/?a=b").homepage()).startsWith("http://müller");
    assertThat(findings.phone()).isNull();
    assertThat(findings.directDial()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "ftp://bau.example", "bau", "https://", "a b.example", "data://x.y,z"})
  void takesOnlyPagesForWebAddresses(String homepage) {
    assertThatThrownBy(() -> withHomepage(homepage))
        .isInstanceOf(InvalidFindings.class)
        .hasMessage("homepage: is no web address");
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThatThrownBy(() -> new Findings(null, "1\u0000", null, null, null, null, false, null, null))
        .hasMessage("phone: has control characters");
    assertThatThrownBy(() -> new Findings(null, null, "1".repeat(201), null, null, null, false, null, null))
        .hasMessage("directDial: is longer than 200 characters");
    assertThatThrownBy(() -> new Findings(null, null, null, null, null, null, false, "n".repeat(4001), null))
        .hasMessage("notes: is longer than 4000 characters");
  }

  @Test
  void letsLongTextsHaveLines() {
    assertThat(new Findings(null, null, null, null, "one\ntwo", null, false, null, null).socialProfiles())
        .isEqualTo("one\ntwo");
  }

  @Test
  void replacesFieldByFieldAndKeepsWhatIsNotSaid() {
    Findings earlier = new Findings("https://bau.example", "1", null, null, null, null, true, "first", null);
    Findings later = new Findings(null, "2", "3", null, null, null, false, null, null);
    assertThat(later.over(earlier))
        .isEqualTo(new Findings("https://bau.example", "2", "3", null, null, null, false, "first", null));
  }

  @Test
  void startsFromWhatTheLeadToldUs() {
    assertThat(Findings.toldBy(aContact("bau.example", "+49 1")))
        .isEqualTo(new Findings("https://bau.example", "+49 1", null, null, null, null, false, null, null));
    assertThat(Findings.toldBy(aContact("none yet", null)).homepage()).isNull();
  }

  private static Findings withHomepage(String homepage) {
    return new Findings(homepage, null, null, null, null, null, false, null, null);
  }

  private static Contact aContact(String website, String phone) {
    return new Contact(
        new EmailAddress("erika@bau.example"), "Erika", "Muster", "Bau AG", website, phone, null, "DE", null,
        null, null, null, Locale.GERMAN, ZoneId.of("Europe/Berlin"), null);
  }
}
