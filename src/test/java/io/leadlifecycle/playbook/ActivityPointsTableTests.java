package io.leadlifecycle.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityPointsTableTests {

  private final DmnFile activityPoints = DmnFile.of("activity-points");

  @ParameterizedTest
  @CsvSource({
    "BLOG_POST,AWARENESS,1", "BLOG_POST,CONSIDERATION,2", "BLOG_POST,DECISION,3", "BLOG_POST,,1",
    "DOWNLOAD,AWARENESS,2", "DOWNLOAD,CONSIDERATION,6", "DOWNLOAD,DECISION,10", "DOWNLOAD,,2",
    "WEBINAR,AWARENESS,3", "WEBINAR,CONSIDERATION,6", "WEBINAR,DECISION,9", "WEBINAR,,3",
    "MAIL_CLICK,AWARENESS,1", "MAIL_CLICK,CONSIDERATION,1", "MAIL_CLICK,DECISION,2", "MAIL_CLICK,,1",
    "CONTACT_REQUEST,DECISION,10", "CONTACT_REQUEST,,10", "DEMO_REQUEST,DECISION,10", "DEMO_REQUEST,,10"
  })
  void countsWhatIsNearToBuyingMost(String kind, @Nullable String stage, int points) {
    assertThat(activityPoints.givenRow(kind, stage, 1))
        .containsEntry("points", points).containsEntry("per", "EACH");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "4,0", "5,2", "14,2", "15,4", "39,4", "40,6", "500,6"})
  void countsPageViewsTogetherByThreshold(long views, int points) {
    assertThat(activityPoints.givenRow("PAGE_VIEW", null, views))
        .containsEntry("points", points).containsEntry("per", "TOGETHER").containsEntry("cap", 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "BLOG_POST", "DOWNLOAD", "WEBINAR", "MAIL_CLICK", "PAGE_VIEW", "CONTACT_REQUEST", "DEMO_REQUEST"
  })
  void capsAKindAlikeInAllStages(String kind) {
    assertThat(Stream.of(null, "AWARENESS", "CONSIDERATION", "DECISION").map(stage -> cap(kind, stage)))
        .containsOnly(cap(kind, null));
  }

  @Test
  void ignoresWhatItDoesNotKnow() {
    assertThat(activityPoints.givenRow("SKYWRITING", "DECISION", 1))
        .containsEntry("points", 0).containsEntry("cap", 0);
  }

  private int cap(String kind, @Nullable String stage) {
    return (int) activityPoints.givenRow(kind, stage, 1).get("cap");
  }
}
