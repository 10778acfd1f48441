package io.leadlifecycle.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoverTableTests {

  private final DmnFile handover = DmnFile.of("handover");

  @ParameterizedTest
  @CsvSource({
    "DE,Maschinenbau,GOOD_FIT,HOT,4", "CH,Retail,GOOD_FIT,HOT,8", ",,GOOD_FIT,HOT,8",
    "DE,Manufacturing,LOW_CHANCE,HOT,24", "DE,Manufacturing,GOOD_FIT,WARM,48", ",,,,48"
  })
  void callsTheBestFirst(@Nullable String country, @Nullable String industry, @Nullable String fit,
      @Nullable String temperature, int hours) {
    assertThat(handover.givenRow(country, industry, fit, temperature))
        .containsEntry("team", "salesReps").containsEntry("slaHours", hours);
  }
}
