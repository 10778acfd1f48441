package io.leadlifecycle.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualificationTableTests {

  private final DmnFile qualification = DmnFile.of("qualification");

  @ParameterizedTest
  @CsvSource({
    "19,,LOW_CHANCE", "20,,GOOD_FIT", "5,9999,LOW_CHANCE", "5,10000,GOOD_FIT", ",10000,GOOD_FIT", ",,LOW_CHANCE"
  })
  void wantsSizeOrBudgetFromAManufacturer(@Nullable Integer employees, @Nullable Integer budget, String fit) {
    assertThat(decide(aManufacturer(), "employees", employees, "budget", budget)).isEqualTo(fit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Manufacturing", "Maschinenbau", "mechanical engineering", "Metallverarbeitung", "FOOD"})
  void knowsItsIndustriesInBothLanguages(String industry) {
    assertThat(decide(aManufacturer(), "industry", industry)).isEqualTo("GOOD_FIT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Software engineering", "Retail", "Education"})
  void givesOtherIndustriesALowChance(String industry) {
    assertThat(decide(aManufacturer(), "industry", industry)).isEqualTo("LOW_CHANCE");
  }

  @Test
  void takesAnyIndustryThatHasSizeAndBudget() {
    assertThat(decide(aManufacturer(), "industry", "Retail", "employees", 50, "budget", 25_000))
        .isEqualTo("GOOD_FIT");
  }

  @ParameterizedTest
  @CsvSource({"DE,GOOD_FIT", "AT,GOOD_FIT", "CH,GOOD_FIT", "LI,GOOD_FIT", ",GOOD_FIT", "US,LOW_CHANCE"})
  void staysInItsSalesAreaAsFarAsTheCountryIsKnown(@Nullable String country, String fit) {
    assertThat(decide(aManufacturer(), "country", country)).isEqualTo(fit);
  }

  @Test
  void turnsDisposableAddressesAway() {
    assertThat(decide(aManufacturer(), "addressKind", "DISPOSABLE", "budget", 100_000)).isEqualTo("NO_FIT");
  }

  @ParameterizedTest
  @CsvSource({"true,LOW_CHANCE", "false,NO_FIT", ",NO_FIT"})
  void doesNotServePrivatePersonsUnlessTheyNameACompany(@Nullable Boolean companyKnown, String fit) {
    assertThat(decide(aManufacturer(), "customerType", "B2C", "companyKnown", companyKnown)).isEqualTo(fit);
  }

  @ParameterizedTest
  @CsvSource({"false,,UNCLEAR", ",,UNCLEAR", "true,,LOW_CHANCE", "true,10000,UNCLEAR"})
  void asksARepAboutFreeMailAddresses(@Nullable Boolean companyKnown, @Nullable Integer budget, String fit) {
    assertThat(decide(Map.of("addressKind", "FREE_MAIL"), "companyKnown", companyKnown, "budget", budget))
        .isEqualTo(fit);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesABusinessAddressOfWhichLittleIsKnownALowChance(boolean companyKnown) {
    assertThat(decide(Map.of("addressKind", "BUSINESS"), "companyKnown", companyKnown)).isEqualTo("LOW_CHANCE");
  }

  @Test
  void saysWhyInASentence() {
    assertThat(qualification.given(aManufacturer())).containsEntry(
        "reason", "Target industry, with 20 employees or more or a budget of 10,000 euros or more.");
  }

  private static Map<String, Object> aManufacturer() {
    return Map.of("customerType", "B2B", "industry", "Manufacturing", "employees", 120, "country", "DE",
        "addressKind", "BUSINESS", "companyKnown", true);
  }

  private Object decide(Map<String, Object> lead, @Nullable Object... changes) {
    Map<String, Object> facts = new HashMap<>(lead);
    for (int i = 0; i < changes.length; i += 2) {
      facts.put((String) changes[i], changes[i + 1]);
    }
    return qualification.given(facts).get("fit");
  }
}
