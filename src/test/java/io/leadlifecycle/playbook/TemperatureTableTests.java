package io.leadlifecycle.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemperatureTableTests {

  private final DmnFile temperature = DmnFile.of("temperature");

  @ParameterizedTest
  @CsvSource({
    "GOOD_FIT,19.9,WARM", "GOOD_FIT,20,HOT", "LOW_CHANCE,29.9,WARM", "LOW_CHANCE,30,HOT", "UNCLEAR,100,WARM",
    "GOOD_FIT,6,WARM", "GOOD_FIT,5.9,COLD", "NO_FIT,100,COLD", ",,COLD", ",100,WARM"
  })
  void warmsWithWhatTheLeadDoes(@Nullable String fit, @Nullable Double engagement, String expected) {
    assertThat(decide(fit, engagement, 0, false, false)).isEqualTo(expected);
  }

  @Test
  void ranksTheMarketingManagerWhoAsksAboveTheDeciderWhoOnlyReads() {
    double reading = cap("BLOG_POST") + cap("PAGE_VIEW") + cap("MAIL_CLICK");
    assertThat(decide("GOOD_FIT", reading, 5, false, false)).isEqualTo("WARM");
    assertThat(decide("LOW_CHANCE", 10, 3, true, false)).isEqualTo("HOT");
  }

  @ParameterizedTest
  @CsvSource({"GOOD_FIT,HOT", "LOW_CHANCE,HOT", "UNCLEAR,HOT", ",HOT", "NO_FIT,COLD"})
  void answersEveryoneWhoAsksAndFits(@Nullable String fit, String expected) {
    assertThat(decide(fit, 10, -3, true, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"100,false,WARM", "0,false,COLD", "10,true,HOT"})
  void leavesThoseAloneWhoSaidNotYetUntilTheyAskAgain(double engagement, boolean asksAgain, String expected) {
    assertThat(decide("GOOD_FIT", engagement, 5, asksAgain, true)).isEqualTo(expected);
  }

  @Test
  void doesNotChaseStudents() {
    assertThat(decide("GOOD_FIT", 40, -3, false, false)).isEqualTo("WARM");
  }

  private Object decide(@Nullable Object... row) {
    return temperature.givenRow(row).get("temperature");
  }

  private static int cap(String kind) {
    return (int) DmnFile.of("activity-points").givenRow(kind, "DECISION", 500).get("cap");
  }
}
