package io.leadlifecycle.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadlifecycle.TestIntake;
import io.leadlifecycle.capture.InvalidLead.FieldFault;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeadFieldsTests {

  private final LeadFields fields = TestIntake.onEach().get(0).get(LeadFields.class);

  static List<Arguments> faults() {
    List<Arguments> faults = new ArrayList<>(List.of(
        Arguments.of("email", null, "is required"),
        Arguments.of("email", "  ", "is required"),
        Arguments.of("email", "erika", "is no e-mail address"),
        Arguments.of("email", "a@b.de\n", "has control characters"),
        Arguments.of("email", "a@" + "b".repeat(300) + ".de", "is longer than 254 characters"),
        Arguments.of("email", 7, "must be text"),
        Arguments.of("firstName", "Eri\u0000ka", "has control characters"),
        Arguments.of("firstName", "Erika\r\nBcc: x@y.de", "has control characters"),
        Arguments.of("firstName", "Eri\u202Eka", "has control characters"),
        Arguments.of("firstName", "Eri\u2028ka", "has control characters"),
        Arguments.of("firstName", "Eri\uD800ka", "has control characters"),
        Arguments.of("firstName", "x".repeat(201), "is longer than 200 characters"),
        Arguments.of("firstName", true, "must be text"),
        Arguments.of("lastName", List.of("Muster"), "must be text"),
        Arguments.of("company", Map.of("name", "Bau AG"), "must be text"),
        Arguments.of("website", "ftp://bau.example", "is no web address (http or https)"),
        Arguments.of("website", "javascript:alert(1)", "is no web address (http or https)"),
        Arguments.of("website", "bau", "is no web address (http or https)"),
        Arguments.of("website", "https://bau example", "is no web address (http or https)"),
        Arguments.of("website", "https://bau.example/" + "x".repeat(500), "is longer than 500 characters"),
        Arguments.of("phone", "0049 CALL ME", "may only have digits, spaces and + ( ) / . -"),
        Arguments.of("phone", "-", "may only have digits, spaces and + ( ) / . -"),
        Arguments.of("country", "XX", "is no country code (ISO 3166-1, such as DE)"),
        Arguments.of("country", "Germany", "is no country code (ISO 3166-1, such as DE)"),
        Arguments.of("employees", "many", "must be a whole number"),
        Arguments.of("employees", 1.5, "must be a whole number"),
        Arguments.of("employees", true, "must be a whole number"),
        Arguments.of("employees", -1, "must not be negative"),
        Arguments.of("employees", "-1", "must not be negative"),
        Arguments.of("budget", 3_000_000_000L, "is too large"),
        Arguments.of("budget", new BigInteger("9".repeat(99)), "is too large"),
        Arguments.of("budget", "9".repeat(150), "must be a whole number"),
        Arguments.of("customerType", "B2G", "must be B2B or B2C"),
        Arguments.of("locale", "fr", "must be de or en"),
        Arguments.of("timeZone", "Europe/Atlantis", "is no time zone (such as Europe/Berlin)"),
        Arguments.of("offer", "moon", "is no offer that we have"),
        Arguments.of("source", 1, "must be text"),
        Arguments.of("consent", "perhaps", "must be false or true"),
        Arguments.of("consent", 1, "must be true or false"),
        Arguments.of("lead", "x", "is not a field of a lead"),
        Arguments.of("Email", "a@b.de", "is not a field of a lead")));
    return faults;
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrongWithAField(String field, Object value, String message) {
    Map<String, Object> given = new HashMap<>(Map.of("email", "erika@bau.example"));
    given.put(field, value);
    assertThat(faultsOf(given)).containsExactly(new FieldFault(field, message));
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    assertThat(faultsOf(Map.of("phone", "x", "country", "XX", "shoeSize", 43)))
        .extracting(FieldFault::field)
        .containsExactlyInAnyOrder("email", "phone", "country", "shoeSize");
  }

  @Test
  void repeatsNoNameThatCouldDoHarm() {
    assertThat(faultsOf(Map.of("email", "a@b.de", "x\r\nSet-Cookie: y", 1))).extracting(FieldFault::field)
        .containsExactly("x??Set-Cookie: y");
    assertThat(faultsOf(Map.of("email", "a@b.de", "y".repeat(5000), 1))).extracting(FieldFault::field)
        .containsExactly("y".repeat(40));
  }

  @Test
  void listsNoMoreStrangersThanAnybodyWouldRead() {
    Map<String, Object> given = new HashMap<>();
    for (int i = 0; i < 1000; i++) {
      given.put("field" + i, i);
    }
    assertThat(faultsOf(given)).hasSizeLessThan(30);
  }

  @Test
  void readsWhatIsRight() {
    Map<String, Object> given = new HashMap<>();
    given.put("email", " Erika@Bau.example ");
    given.put("website", "bau.example");
    given.put("phone", "+49 (0)30 / 123-45.67");
    given.put("country", "de");
    given.put("employees", "250");
    given.put("budget", 10_000L);
    given.put("locale", "DE");
    given.put("timeZone", "Europe/Vienna");
    given.put("offer", "guide");
    given.put("consent", "true");
    given.put("role", "   ");
    given.put("industry", null);
    FilledFields filled = fields.fill(given);
    assertThat(filled.get(fields.email).value()).isEqualTo("erika@bau.example");
    assertThat(filled.get(fields.website)).isEqualTo("https://bau.example");
    assertThat(filled.get(fields.phone)).isEqualTo("+49 (0)30 / 123-45.67");
    assertThat(filled.get(fields.country)).isEqualTo("DE");
    assertThat(filled.get(fields.employees)).isEqualTo(250);
    assertThat(filled.get(fields.budget)).isEqualTo(10_000);
    assertThat(filled.get(fields.locale)).isEqualTo(Locale.GERMAN);
    assertThat(filled.get(fields.timeZone)).isEqualTo(ZoneId.of("Europe/Vienna"));
    assertThat(filled.get(fields.offer).key()).isEqualTo("guide");
    assertThat(filled.get(fields.consent)).isTrue();
    assertThat(filled.get(fields.role)).isNull();
    assertThat(filled.get(fields.industry)).isNull();
  }

  private List<FieldFault> faultsOf(Map<String, ?> given) {
    return catchThrowableOfType(InvalidLead.class, () -> fields.fill(given)).faults();
  }
}
