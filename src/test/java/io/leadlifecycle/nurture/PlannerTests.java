package io.leadlifecycle.nurture;

import static io.leadlifecycle.activity.ContentStage.AWARENESS;
import static io.leadlifecycle.activity.ContentStage.DECISION;
import static io.leadlifecycle.nurture.Nurtured.ALL_DAY;
import static io.leadlifecycle.nurture.Nurtured.DAY;
import static io.leadlifecycle.nurture.Nurtured.MONDAY_NOON;
import static io.leadlifecycle.nurture.Nurtured.WEEK;
import static io.leadlifecycle.nurture.Nurtured.aLead;
import static io.leadlifecycle.nurture.Nurtured.calendar;
import static io.leadlifecycle.nurture.Nurtured.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDecisions;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class PlannerTests {

  private static final Sequence BASICS =
      sequence("basics", AWARENESS, "basics-1@PT1H", "basics-2@P2D", "basics-3@P3D");
  private static final Sequence BUYERS = sequence("buyers", DECISION, "buyers-1@PT1H", "buyers-2@PT1H");

  private static final Priorities EQUAL = (sequence, waiting, furthest) -> new Priority(0, "");

  private final Planner planner = new Planner(ALL_DAY, new MailPriority(new TestDecisions()));

  @Test
  void sendsTheStepsOfASequenceAtTheirDistances() {
    assertThat(planner.ahead(aLead().in(BASICS).situation()))
        .extracting(Turn::mail, turn -> Duration.between(MONDAY_NOON, turn.at()).toHours())
        .containsExactly(mail("basics-1", 1), mail("basics-2", 49), mail("basics-3", 121));
  }

  @Test
  void keepsTheWindowBetweenTheMailsOfOverlappingSequences() {
    assertThat(planner.ahead(aLead().in(BASICS).in(BUYERS).situation()))
        .extracting(Turn::mail, turn -> Duration.between(MONDAY_NOON, turn.at()).toHours())
        .containsExactly(
            mail("buyers-1", 1), mail("buyers-2", 25), mail("basics-1", 49), mail("basics-2", 97),
            mail("basics-3", 169));
  }

  @Test
  void keepsAWeekBetweenMailsIfThatIsTheWindow() {
    List<Turn> plan = planner.ahead(aLead().in(BASICS).in(BUYERS).withCap("1 per P7D").situation());
    assertThat(plan).hasSize(5);
    for (int i = 1; i < plan.size(); i++) {
      assertThat(plan.get(i).at()).isEqualTo(plan.get(i - 1).at().plus(WEEK));
    }
  }

  @Test
  void letsNoMailStarveBehindMoreUrgentOnes() {
    Sequence many = sequence("many", DECISION, hourly("many", 30));
    assertThat(planner.ahead(aLead().in(BASICS).in(many).situation()).subList(0, 15))
        .extracting(Turn::mail)
        .contains("basics-1");
  }

  @Test
  void countsTheWaitFromWhenTheMailBeforeReallyWent() {
    Nurtured lead = aLead().in(BASICS);
    Turn first = planner.next(lead.situation()).orElseThrow();
    Instant late = first.at().plus(Duration.ofDays(5));
    assertThat(planner.next(lead.received(first, late).situation()).orElseThrow().at())
        .isEqualTo(late.plus(Duration.ofDays(2)));
  }

  @Test
  void doesWhatItAnnounced() {
    Nurtured lead = aLead().in(BASICS).in(BUYERS);
    List<Turn> announced = planner.ahead(lead.situation());
    List<Turn> sent = new ArrayList<>();
    Optional<Turn> timer = planner.next(lead.situation());
    while (timer.isPresent()) {
      Turn atItsTime = planner.next(lead.at(timer.get().at()).situation()).orElseThrow();
      sent.add(atItsTime);
      lead = lead.received(atItsTime, atItsTime.at());
      timer = planner.next(lead.situation());
    }
    assertThat(sent).isEqualTo(announced);
  }

  @Test
  void hasNothingForALeadThatDidNotAgree() {
    assertThat(planner.ahead(aLead().in(BASICS).withoutConsent().situation())).isEmpty();
  }

  @Test
  void keepsItsPlaceDuringAPause() {
    Nurtured lead = aLead().in(BASICS);
    Turn first = planner.next(lead.situation()).orElseThrow();
    Instant nextMonth = MONDAY_NOON.plus(Duration.ofDays(30));
    Nurtured paused = lead.received(first, first.at()).notBefore(nextMonth);
    Turn second = planner.next(paused.situation()).orElseThrow();
    assertThat(second.mail()).isEqualTo("basics-2");
    assertThat(second.at()).isEqualTo(nextMonth);
  }

  @Test
  void sendsAMailOnceThoughTwoSequencesHoldIt() {
    Sequence twin = sequence("twin", AWARENESS, "twin-1@PT1H", "basics-1@P1D", "twin-3@P1D");
    List<Turn> plan = planner.ahead(aLead().in(BASICS).in(twin).situation());
    assertThat(plan).extracting(Turn::mail)
        .containsExactlyInAnyOrder("basics-1", "twin-1", "basics-2", "basics-3", "twin-3");
  }

  @Test
  void leavesStaleMailsOutAndGoesOnWithTheNext() {
    Sequence news = sequence("news", AWARENESS, "news-1@PT1H!P3D", "news-2@P1D");
    Nurtured lead = aLead().in(news).notBefore(MONDAY_NOON.plus(Duration.ofDays(4)));
    assertThat(planner.ahead(lead.situation())).extracting(Turn::mail).containsExactly("news-2");
    assertThat(planner.leftOut(lead.situation())).singleElement().satisfies(leftOut -> {
      assertThat(leftOut.reason()).isEqualTo("Stale since 5 March 2026, before it could go");
      assertThat(leftOut.isForGood(MONDAY_NOON.plus(Duration.ofDays(3)))).isFalse();
      assertThat(leftOut.isForGood(MONDAY_NOON.plus(Duration.ofDays(4)))).isTrue();
    });
  }

  @Test
  void leavesOutWhatALeadHasHadWithAnotherSequence() {
    Sequence twin = sequence("twin", AWARENESS, "basics-1@P1D", "twin-2@P1D");
    Nurtured lead = aLead().in(BASICS).in(twin);
    Turn first = planner.next(lead.situation()).orElseThrow();
    Nurtured later = lead.received(first, first.at());
    assertThat(planner.leftOut(later.situation())).singleElement().satisfies(leftOut -> {
      assertThat(leftOut.turn().key()).endsWith(":basics-1").isNotEqualTo(first.key());
      assertThat(leftOut.reason()).isEqualTo("The lead has had this mail with another sequence");
    });
  }

  @Test
  void sendsAMailWithTheOtherSequenceIfItFailedWithTheFirst() {
    Sequence twin = sequence("twin", AWARENESS, "basics-1@P1D", "twin-2@P1D");
    Nurtured lead = aLead().in(BASICS).in(twin);
    Turn first = planner.next(lead.situation()).orElseThrow();
    Nurtured waits = lead.knowing(posted(first, MailState.PENDING));
    assertThat(planner.leftOut(waits.situation())).singleElement().satisfies(leftOut -> {
      assertThat(leftOut.reason()).isEqualTo("The lead is to get this mail with another sequence");
      assertThat(leftOut.isForGood(MONDAY_NOON.plus(WEEK))).isFalse();
    });
    Nurtured failed = lead.knowing(posted(first, MailState.EXPIRED));
    assertThat(planner.leftOut(failed.situation())).isEmpty();
    assertThat(planner.ahead(failed.situation())).extracting(Turn::mail).contains("basics-1");
  }

  private static MailEntry posted(Turn turn, MailState state) {
    return new MailEntry(
        turn.key(), MailClass.NURTURE, "lead", turn.mail(), "Subject", state, "", "id", turn.at(), turn.at(), null,
        "lead:1", null, null);
  }

  @Test
  void saysWhenAMailBecameStaleByTheLeadsOwnCalendar() {
    Sequence news = sequence("news", AWARENESS, "news-1@PT10H!P3D");
    Nurtured lead = aLead().in(news).livingIn("Asia/Tokyo").notBefore(MONDAY_NOON.plus(Duration.ofDays(4)));
    assertThat(planner.leftOut(lead.situation())).extracting(LeftOut::reason)
        .containsExactly("Stale since 6 March 2026, before it could go");
  }

  @Test
  void leavesAMailOutByARuleForGoodOnlyWhenItCouldGo() {
    Planner strict = new Planner(ALL_DAY, (sequence, waiting, furthest) -> new Priority(0, "No"));
    assertThat(strict.leftOut(aLead().in(BUYERS).situation())).element(1).satisfies(leftOut -> {
      assertThat(leftOut.isForGood(leftOut.turn().at().minusSeconds(1))).isFalse();
      assertThat(leftOut.isForGood(leftOut.turn().at())).isTrue();
    });
  }

  @Test
  void sendsWhatARuleLeftOutBeforeItsTime() {
    Planner patient = new Planner(
        ALL_DAY, (sequence, waiting, furthest) -> new Priority(0, waiting.toHours() < 24 ? "Not yet" : ""));
    Situation now = aLead().in(BUYERS).situation();
    assertThat(patient.next(now)).isEmpty();
    assertThat(patient.next(now.at(MONDAY_NOON.plus(Duration.ofHours(25))))).isPresent();
  }

  @Test
  void leavesBeginnersMailsOutOnceTheLeadIsDecidingOnThatTopic() {
    Sequence beginners = sequence("beginners", "bpm", AWARENESS, "beginners-1@PT1H", "beginners-2@P1D");
    Sequence deciders = sequence("deciders", "bpm", DECISION, "deciders-1@PT1H");
    Situation situation = aLead().in(BASICS).in(beginners).in(deciders).situation();
    assertThat(planner.ahead(situation)).extracting(Turn::mail)
        .containsExactly("deciders-1", "basics-1", "basics-2", "basics-3");
    assertThat(planner.leftOut(situation))
        .extracting(leftOut -> leftOut.turn().mail(), LeftOut::reason)
        .containsExactly(
            Tuple.tuple("beginners-1", "Superseded: the lead is already deciding on this topic"),
            Tuple.tuple("beginners-2", "Superseded: the lead is already deciding on this topic"));
  }

  @Test
  void leavesTopicsOutThatTheLeadDoesNotWantUntilItChangesItsMind() {
    Nurtured lead = aLead().in(BASICS).in(BUYERS).notWanting("basics");
    assertThat(planner.ahead(lead.situation())).extracting(Turn::mail).containsExactly("buyers-1", "buyers-2");
    assertThat(planner.leftOut(lead.situation()))
        .extracting(leftOut -> leftOut.turn().mail(), leftOut -> leftOut.isForGood(MONDAY_NOON.plus(DAY)))
        .containsExactly(
            Tuple.tuple("basics-1", true), Tuple.tuple("basics-2", false), Tuple.tuple("basics-3", false));
    assertThat(planner.ahead(lead.notWanting().situation())).hasSize(5);
  }

  @Test
  void losesAndDoublesNothingWhenAMarketerPutsStepsInBetween() {
    Nurtured lead = aLead().in(BASICS);
    Turn first = planner.next(lead.situation()).orElseThrow();
    Sequence edited =
        sequence("basics", AWARENESS, "basics-0@PT1H", "basics-3@PT1H", "basics-1@PT1H", "basics-2@P2D");
    Received received = lead.received(first, first.at()).situation().received();
    Situation now = aLead().in(edited).situation();
    Situation after = new Situation(
        now.now(), "lead:1", now.allowance(), now.place(), now.enrolments(), now.unwanted(), received);
    assertThat(planner.ahead(after)).extracting(Turn::mail).containsExactly("basics-0", "basics-3", "basics-2");
  }

  @Test
  void sendsAMailUntilItIsStale() {
    Sequence news = sequence("news", AWARENESS, "news-1@PT1H!P3D");
    Nurtured lead = aLead().in(news).notBefore(MONDAY_NOON.plus(Duration.ofHours(73)));
    assertThat(planner.next(lead.situation())).get().extracting(Turn::mail).isEqualTo("news-1");
  }

  @Test
  void keepsToTheSendHoursOfTheLeadsZone() {
    Planner byDay = new Planner(calendar(LocalTime.of(8, 0), LocalTime.of(18, 0)), EQUAL);
    assertThat(byDay.next(aLead().in(BASICS).livingIn("Asia/Tokyo").situation()).orElseThrow().at())
        .isEqualTo("2026-03-02T23:00:00Z");
  }

  @Test
  void sendsAtOnceWhatIsOverdue() {
    Nurtured lead = aLead().in(BASICS).at(MONDAY_NOON.plus(DAY));
    assertThat(planner.next(lead.situation()).orElseThrow().at()).isEqualTo(MONDAY_NOON.plus(DAY));
  }

  @Test
  void keepsEveryWindowOfACap() {
    Sequence many = sequence("many", DECISION, hourly("many", 5));
    assertThat(planner.ahead(aLead().in(many).withCap("1 per P1D and 3 per P7D").situation()))
        .extracting(turn -> Duration.between(MONDAY_NOON, turn.at()).toHours())
        .containsExactly(1L, 25L, 49L, 169L, 193L);
  }

  private static Tuple mail(String name, long hour) {
    return Tuple.tuple(name, hour);
  }

  private static String[] hourly(String name, int steps) {
    String[] all = new String[steps];
    for (int i = 0; i < steps; i++) {
      all[i] = name + "-" + (i + 1) + "@PT1H";
    }
    return all;
  }
}
