package io.leadlifecycle.scoring;

import static io.leadlifecycle.activity.ActivityKind.BLOG_POST;
import static io.leadlifecycle.activity.ActivityKind.CONTACT_REQUEST;
import static io.leadlifecycle.activity.ActivityKind.DEMO_REQUEST;
import static io.leadlifecycle.activity.ActivityKind.DOWNLOAD;
import static io.leadlifecycle.activity.ActivityKind.MAIL_CLICK;
import static io.leadlifecycle.activity.ActivityKind.PAGE_VIEW;
import static io.leadlifecycle.activity.ActivityKind.WEBINAR;
import static io.leadlifecycle.activity.ContentStage.AWARENESS;
import static io.leadlifecycle.activity.ContentStage.CONSIDERATION;
import static io.leadlifecycle.activity.ContentStage.DECISION;
import static io.leadlifecycle.lead.Fit.GOOD_FIT;
import static io.leadlifecycle.lead.Fit.LOW_CHANCE;
import static io.leadlifecycle.lead.Fit.NO_FIT;
import static io.leadlifecycle.lead.Fit.UNCLEAR;
import static io.leadlifecycle.scoring.Temperature.COLD;
import static io.leadlifecycle.scoring.Temperature.HOT;
import static io.leadlifecycle.scoring.Temperature.WARM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadlifecycle.TestDecisions;
import io.leadlifecycle.activity.ContentStage;
import io.leadlifecycle.scoring.Score.Part;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreFormulaTests {

  private static final Duration HALF_LIFE = Duration.ofDays(21);

  private final TestDecisions decisions = new TestDecisions();

  @Test
  void startsColdWithNothing() {
    Score score = score(Someone.who());
    assertThat(score.engagement()).isZero();
    assertThat(score.fitPoints()).isZero();
    assertThat(score.temperature()).isEqualTo(COLD);
    assertThat(score.parts()).isEmpty();
    assertThat(score.at()).isEqualTo(Someone.NOW);
  }

  @Test
  void explainsItsPoints() {
    Score score = score(Someone.who()
        .did(2, BLOG_POST, AWARENESS).did(1, DOWNLOAD, DECISION).did(1, DOWNLOAD, AWARENESS)
        .did(7, PAGE_VIEW, null));
    assertThat(score.parts())
        .containsExactly(
            new Part("Page view", 7, 2, false),
            new Part("Blog post, awareness", 2, 2, false),
            new Part("Download, decision", 1, 10, false),
            new Part("Download, awareness", 1, 2, false));
    assertThat(score.engagement()).isEqualTo(16);
    assertThat(score.reason()).isNotBlank();
  }

  @Test
  void doesNotMakeABuyerOf500PageViews() {
    Score score = score(Someone.who().is(GOOD_FIT).worksAs("Geschäftsführerin").did(500, PAGE_VIEW, null));
    assertThat(score.engagement()).isEqualTo(6);
    assertThat(score.temperature()).isNotEqualTo(HOT);
  }

  @Test
  void doesNotMakeABuyerOfPageViewsSpreadOverTheStages() {
    Someone viewer = Someone.who().is(GOOD_FIT).did(500, PAGE_VIEW, null);
    for (ContentStage stage : ContentStage.values()) {
      viewer.did(500, PAGE_VIEW, stage);
    }
    assertThat(score(viewer).engagement()).isEqualTo(6);
  }

  @Test
  void keepsTheDecisionMakerWhoOnlyReadsBelowTheMarketingManagerWhoAskedForADemo() {
    Score reader = score(Someone.who().is(GOOD_FIT).worksAs("CEO")
        .did(50, BLOG_POST, AWARENESS).did(50, BLOG_POST, DECISION).did(200, PAGE_VIEW, null)
        .did(20, MAIL_CLICK, null));
    Score asker = score(Someone.who().is(LOW_CHANCE).worksAs("Marketing Manager")
        .did(1, DEMO_REQUEST, DECISION));
    assertThat(reader.fitPoints()).isGreaterThan(asker.fitPoints());
    assertThat(reader.temperature()).isLessThan(asker.temperature());
    assertThat(asker.temperature()).isEqualTo(HOT);
  }

  @Test
  void halvesInterestWithEachHalfLife() {
    assertThat(score(download(Duration.ZERO)).engagement()).isEqualTo(10);
    assertThat(score(download(HALF_LIFE)).engagement()).isEqualTo(5);
    assertThat(score(download(HALF_LIFE.multipliedBy(2))).engagement()).isEqualTo(2.5);
  }

  @Test
  void keepsInterestWhereFadingIsOff() {
    assertThat(download(Duration.ofDays(3650)).score(decisions, "off").engagement()).isEqualTo(10);
  }

  @Test
  void doesNotCountAheadWhatAFastClockReports() {
    assertThat(score(download(Duration.ofMinutes(-5))).engagement()).isEqualTo(10);
  }

  @Test
  void fadesPageViewsFromTheLatestOn() {
    Someone viewer = Someone.who()
        .did(39, PAGE_VIEW, null, Duration.ofDays(300)).did(1, PAGE_VIEW, null, HALF_LIFE);
    assertThat(score(viewer).engagement()).isEqualTo(3);
  }

  @Test
  void doesNotFadeWhoTheLeadIs() {
    assertThat(score(download(HALF_LIFE.multipliedBy(20)).worksAs("Head of IT")).fitPoints()).isEqualTo(5);
  }

  @Test
  void readsTheRoleInAnyCase() {
    assertThat(score(Someone.who().worksAs("GESCHÄFTSFÜHRER")).fitPoints()).isEqualTo(5);
    assertThat(score(Someone.who().worksAs("Student")).fitPoints()).isEqualTo(-3);
  }

  @Test
  void capsEachKindOverAllItsStages() {
    Score score = score(Someone.who()
        .did(1, DOWNLOAD, DECISION).did(1, DOWNLOAD, CONSIDERATION).did(9, DOWNLOAD, AWARENESS));
    assertThat(score.parts())
        .containsExactly(
            new Part("Download, decision", 1, 10, false),
            new Part("Download, consideration", 1, 6, false),
            new Part("Download, awareness", 9, 4, true));
    assertThat(score.engagement()).isEqualTo(20);
  }

  @Test
  void capsAfterFading() {
    Score score = score(Someone.who().did(4, DOWNLOAD, DECISION, HALF_LIFE));
    assertThat(score.parts()).containsExactly(new Part("Download, decision", 4, 20, false));
  }

  @Test
  void reachesAThresholdEvenIfSomeOfItIsAnHourOld() {
    Score score = score(Someone.who().is(GOOD_FIT)
        .did(1, DOWNLOAD, DECISION, Duration.ofHours(1)).did(1, DOWNLOAD, DECISION));
    assertThat(score.engagement()).isEqualTo(20);
    assertThat(score.temperature()).isEqualTo(HOT);
  }

  @Test
  void turnsHotByARequestHoweverOld() {
    Someone asked = Someone.who().did(1, CONTACT_REQUEST, null, Duration.ofDays(400));
    assertThat(score(asked).temperature()).isEqualTo(HOT);
  }

  @Test
  void isNotHotAnyMoreByWhatARepHasAnswered() {
    Someone answered = Someone.who().is(GOOD_FIT).wasCalled(Duration.ofDays(1))
        .did(2, DEMO_REQUEST, DECISION, Duration.ofDays(2)).did(2, WEBINAR, DECISION, Duration.ofDays(2));
    assertThat(score(answered).engagement()).isGreaterThan(20);
    assertThat(score(answered).temperature()).isEqualTo(WARM);
  }

  @Test
  void isHotAgainByANewRequest() {
    Someone again = Someone.who().is(GOOD_FIT).wasCalled(Duration.ofDays(1)).did(1, DEMO_REQUEST, DECISION);
    assertThat(score(again).temperature()).isEqualTo(HOT);
  }

  @Test
  void isHotByInterestAgainOnceTheCoolingOffIsOver() {
    Someone active = Someone.who().is(GOOD_FIT).did(2, DOWNLOAD, DECISION);
    assertThat(score(active.wasCalled(Duration.ofDays(30).minusSeconds(1))).temperature()).isEqualTo(WARM);
    assertThat(score(active.wasCalled(Duration.ofDays(30))).temperature()).isEqualTo(HOT);
  }

  @Test
  void staysColdWhereItDoesNotFit() {
    assertThat(score(Someone.who().is(NO_FIT).did(3, DEMO_REQUEST, DECISION)).temperature()).isEqualTo(COLD);
  }

  @Test
  void putsLowChanceBehindUnclearBehindGoodFit() {
    Score nothing = score(Someone.who());
    Score everything = score(Someone.who().worksAs("CEO")
        .did(9, DEMO_REQUEST, DECISION).did(9, DOWNLOAD, DECISION).did(9, WEBINAR, DECISION));
    assertThat(everything.engagement()).isGreaterThan(49);
    assertThat(ScoreFormula.priority(GOOD_FIT, everything)).isEqualTo(99);
    assertThat(ScoreFormula.priority(GOOD_FIT, nothing)).isEqualTo(50);
    assertThat(ScoreFormula.priority(UNCLEAR, everything)).isEqualTo(49);
    assertThat(ScoreFormula.priority(null, nothing)).isEqualTo(25);
    assertThat(ScoreFormula.priority(LOW_CHANCE, everything)).isEqualTo(24);
    assertThat(ScoreFormula.priority(LOW_CHANCE, nothing)).isZero();
    assertThat(ScoreFormula.priority(NO_FIT, everything)).isZero();
  }

  @Test
  void saysWhichOutputATableLacks() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Someone.who().score((decision, facts) -> Map.of(), "P21D"))
        .withMessage("Decision role-points gives no number as points");
  }

  private static Someone download(Duration ago) {
    return Someone.who().did(1, DOWNLOAD, DECISION, ago);
  }

  private Score score(Someone someone) {
    return someone.score(decisions, "P21D");
  }
}
