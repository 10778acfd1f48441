package io.leadlifecycle.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.AtOnce;
import io.leadlifecycle.TestModules;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NurtureTests {

  private static final String EBOOK = "ebook-process-automation";
  private static final String WHITEPAPER = "whitepaper-erp-integration";

  static Stream<Prospect> prospects() {
    return TestModules.sales().stream().map(Prospect::new);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void sendsWhatItAnnounced(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.reads(WHITEPAPER);
    List<PlannedMail> announced = prospect.nurture.plan(prospect.lead);
    while (prospect.nurture.hasNext(prospect.lead)) {
      prospect.nextMail();
    }
    assertThat(announced).hasSize(9).doesNotHaveDuplicates();
    assertThat(prospect.mails()).extracting(MailEntry::state).containsOnly(MailState.SENT);
    assertThat(prospect.mails()).extracting(MailEntry::template, MailEntry::subject, MailEntry::sentAt)
        .containsExactlyElementsOf(tuples(announced));
  }

  private static List<Tuple> tuples(List<PlannedMail> announced) {
    return announced.stream()
        .map(mail -> Tuple.tuple(mail.template(), mail.subject(), mail.at()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void sendsWhatIsDueAtNightWhenItsReadersTurnHasCome(Prospect prospect) {
    Instant day = prospect.now();
    ZonedDateTime evening = day.atZone(ZoneId.of("Europe/Berlin")).with(LocalTime.of(19, 0)).plusDays(1);
    prospect.passes(Duration.between(day, evening.toInstant()));
    prospect.reads(EBOOK);
    Instant announced = prospect.nurture.plan(prospect.lead).get(0).at();
    assertThat(announced.atZone(evening.getZone()).toLocalTime())
        .isNotEqualTo(LocalTime.of(8, 0)).isBetween(LocalTime.of(8, 0), LocalTime.of(10, 0));
    prospect.nextMail();
    assertThat(prospect.mails()).extracting(MailEntry::sentAt).containsExactly(announced);
    prospect.passes(Duration.between(announced, day.plus(Duration.ofDays(7))));
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void keepsADayBetweenMails(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.reads(WHITEPAPER);
    while (prospect.nurture.hasNext(prospect.lead)) {
      prospect.nextMail();
    }
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < prospect.mails().size(); i++) {
      gaps.add(Duration.between(prospect.mails().get(i - 1).sentAt(), prospect.mails().get(i).sentAt()));
    }
    assertThat(gaps).isNotEmpty().allMatch(gap -> gap.compareTo(Duration.ofDays(1)) >= 0);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void sendsNothingBeforeItsTime(Prospect prospect) {
    prospect.reads(EBOOK);
    assertThat(prospect.nurture.sendNext(prospect.lead)).startsWith("Not before");
    assertThat(prospect.nextMail()).endsWith(":process-automation-1");
    assertThat(prospect.nurture.sendNext(prospect.lead)).startsWith("Not before");
    assertThat(prospect.mails()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void keepsItsDistanceFromAMailThatStillWaits(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.reads(WHITEPAPER);
    prospect.passes(Duration.ofHours(2));
    prospect.nurture.sendNext(prospect.lead);
    assertThat(prospect.nurture.nextMailAt(prospect.lead).toInstant())
        .isEqualTo(prospect.now().plus(Duration.ofDays(1)));
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void sendsNothingWithoutConsent(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.takesBackConsent();
    assertThat(prospect.nurture.hasNext(prospect.lead)).isFalse();
    assertThat(prospect.nextMail()).isEqualTo("Nothing to send");
    assertThat(prospect.nurture.plan(prospect.lead)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void goesOnAtTheSamePlaceAfterAPause(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.nextMail();
    prospect.nurture.pauseUntil(prospect.lead, prospect.now().plus(Duration.ofDays(20)));
    assertThat(prospect.nurture.plan(prospect.lead)).element(0).satisfies(next -> {
      assertThat(next.template()).isEqualTo("process-automation-2");
      assertThat(next.at()).isEqualTo(prospect.now().plus(Duration.ofDays(20)));
    });
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void tellsTheProcessOfAPauseThatMovesItsTimer(Prospect prospect) {
    prospect.nurture.pauseUntil(prospect.lead, prospect.now().plus(Duration.ofDays(1)));
    assertThat(prospect.heard(NurtureChanged.class)).isEmpty();
    prospect.reads(EBOOK);
    prospect.nurture.pauseUntil(prospect.lead, prospect.now().plus(Duration.ofDays(20)));
    assertThat(prospect.heard(NurtureChanged.class)).hasSize(2);
    prospect.nurture.pauseUntil(prospect.lead, prospect.now().plus(Duration.ofDays(20)));
    assertThat(prospect.heard(NurtureChanged.class)).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void tellsInTheLedgerWhatIsSuperseded(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.nextMail();
    prospect.reads("business-case-template");
    assertThat(prospect.nextMail()).endsWith(":business-case-1");
    assertThat(prospect.leftOut()).isEmpty();
    assertThat(prospect.nextMail()).endsWith(":business-case-2");
    assertThat(prospect.nurture.hasNext(prospect.lead)).isFalse();
    prospect.passes(Duration.ofDays(30));
    prospect.nurture.accountFor(prospect.lead);
    assertThat(prospect.leftOut())
        .containsOnlyKeys(
            "process-automation-2", "process-automation-3", "process-automation-4", "process-automation-5")
        .containsValue("Superseded: the lead is already deciding on this topic");
    assertThat(prospect.mails()).hasSize(7);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void tellsInTheLedgerWhatBecameStale(Prospect prospect) {
    prospect.reads(WHITEPAPER);
    prospect.nextMail();
    prospect.nextMail();
    prospect.passes(Duration.ofDays(60));
    assertThat(prospect.nextMail()).endsWith(":erp-integration-4");
    assertThat(prospect.leftOut()).containsOnlyKeys("erp-integration-3");
    assertThat(prospect.leftOut().get("erp-integration-3")).startsWith("Stale since ");
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void leavesMailsOutForGoodWhenTheirTimeHasCome(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.reads(WHITEPAPER);
    prospect.wantsNothingOn("process-automation");
    prospect.nextMail();
    assertThat(prospect.leftOut()).containsExactly(
        Map.entry("process-automation-1", "The lead wants no mails on Automating processes"));
    assertThat(prospect.nurture.leftOut(prospect.lead))
        .extracting(LeftOutMail::template, LeftOutMail::reason)
        .contains(Tuple.tuple("process-automation-2", "The lead wants no mails on Automating processes"))
        .hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void keepsWhatAChangeOfMindCanStillBringWhenTheLeadGoesCold(Prospect prospect) {
    prospect.wantsNothingOn("process-automation");
    assertThat(prospect.nurture.winBack(prospect.lead)).isFalse();
    assertThat(prospect.leftOut()).isEmpty();
    assertThat(prospect.nurture.leftOut(prospect.lead)).hasSize(3);
    prospect.entersStage(Stage.GONE_COLD);
    prospect.wantsNothingOn("process-automation");
    assertThat(prospect.heard(ColdLeadActive.class)).isEmpty();
    prospect.wantsAll();
    assertThat(prospect.heard(ColdLeadActive.class)).hasSize(1);
    assertThat(prospect.nextMail()).endsWith(":gone-quiet-1");
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void wakesAQuietLeadThatWantsATopicAgain(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.wantsNothingOn("process-automation");
    prospect.entersStage(Stage.QUIET);
    prospect.wantsNothingOn("process-automation");
    assertThat(prospect.heard(LeadActive.class)).isEmpty();
    prospect.wantsAll();
    assertThat(prospect.heard(LeadActive.class)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void accountsForWhatIsLeftOutForGoodWhenNothingIsLeftToSend(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.wantsNothingOn("process-automation");
    prospect.passes(Duration.ofDays(3));
    prospect.nurture.accountFor(prospect.lead);
    prospect.nurture.accountFor(prospect.lead);
    assertThat(prospect.leftOut()).containsOnlyKeys("process-automation-1", "process-automation-2");
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void takesBackAMailThatWaitsIfItsTopicIsUnwanted(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.reads(WHITEPAPER);
    prospect.passes(Duration.ofDays(1));
    prospect.nurture.sendNext(prospect.lead);
    prospect.wantsNothingOn("process-automation");
    assertThat(prospect.mail("erp-integration-1").state()).isEqualTo(MailState.PENDING);
    prospect.wantsNothingOn("erp-integration");
    assertThat(prospect.leftOut())
        .containsEntry("erp-integration-1", "The lead wants no mails on Connecting ERP and shop floor");
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void leavesAMailAloneThatIsBeingSent(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.passes(Duration.ofDays(1));
    prospect.nurture.sendNext(prospect.lead);
    prospect.becomes("process-automation-1", MailState.SENDING);
    prospect.wantsNothingOn("process-automation");
    assertThat(prospect.mail("process-automation-1").state()).isEqualTo(MailState.SENDING);
    prospect.becomes("process-automation-1", MailState.SENT);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void letsAMailThatWaitsWaitForTheEndOfThePause(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.passes(Duration.ofDays(1));
    prospect.nurture.sendNext(prospect.lead);
    prospect.nurture.pauseUntil(prospect.lead, prospect.now().plus(Duration.ofDays(20)));
    prospect.dispatches();
    assertThat(prospect.mail("process-automation-1").state()).isEqualTo(MailState.DEFERRED);
    assertThat(prospect.mail("process-automation-1").reason()).isEqualTo("Waits for the end of the pause");
    prospect.passes(Duration.ofDays(21));
    prospect.dispatches();
    assertThat(prospect.mail("process-automation-1").state()).isEqualTo(MailState.SENT);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void changesNothingByBeingAsked(Prospect prospect) {
    prospect.reads("business-case-template");
    prospect.passes(Duration.ofDays(2));
    prospect.nurture.hasNext(prospect.lead);
    prospect.nurture.nextMailAt(prospect.lead);
    prospect.nurture.plan(prospect.lead);
    assertThat(prospect.mails()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void doesNotTakeAMailThatWasLeftOutForASignOfUs(Prospect prospect) {
    prospect.reads(EBOOK);
    Instant read = prospect.now();
    prospect.wantsNothingOn("process-automation");
    prospect.passes(Duration.ofDays(40));
    prospect.nurture.sendNext(prospect.lead);
    assertThat(prospect.leftOut()).isNotEmpty();
    assertThat(prospect.nurture.quietUntil(prospect.lead).toInstant()).isEqualTo(read.plus(Duration.ofDays(30)));
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void triesOnceToWinAQuietLeadBack(Prospect prospect) {
    assertThat(prospect.nurture.winBack(prospect.lead)).isTrue();
    while (prospect.nurture.hasNext(prospect.lead)) {
      prospect.nextMail();
    }
    assertThat(prospect.mails()).extracting(MailEntry::template)
        .containsExactly("gone-quiet-1", "gone-quiet-2", "gone-quiet-3");
    assertThat(prospect.nurture.winBack(prospect.lead)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void countsTheSilenceFromWhatHappenedLast(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.nextMail();
    assertThat(prospect.nurture.quietUntil(prospect.lead).toInstant())
        .isEqualTo(prospect.now().plus(Duration.ofDays(30)));
    prospect.passes(Duration.ofDays(3));
    prospect.reads(WHITEPAPER);
    assertThat(prospect.nurture.quietUntil(prospect.lead).toInstant())
        .isEqualTo(prospect.now().plus(Duration.ofDays(30)));
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void countsTheSilenceFromWhenAMailIsDueAndNotFromOneThatNeverWent(Prospect prospect) {
    prospect.reads(EBOOK);
    Instant read = prospect.now();
    prospect.passes(Duration.ofDays(1));
    prospect.nurture.sendNext(prospect.lead);
    Instant pauseEnd = prospect.now().plus(Duration.ofDays(20));
    prospect.nurture.pauseUntil(prospect.lead, pauseEnd);
    assertThat(prospect.nurture.quietUntil(prospect.lead).toInstant())
        .isEqualTo(pauseEnd.plus(Duration.ofDays(30)));
    for (MailState state : List.of(MailState.FAILED, MailState.CANCELLED, MailState.EXPIRED)) {
      prospect.becomes("process-automation-1", state);
      assertThat(prospect.nurture.quietUntil(prospect.lead).toInstant()).isEqualTo(read.plus(Duration.ofDays(30)));
    }
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void tellsThatNurtureChangedWhenALeadComesIntoASequence(Prospect prospect) {
    prospect.reads(EBOOK);
    prospect.reads(EBOOK);
    assertThat(prospect.heard(NurtureChanged.class)).hasSize(1);
    assertThat(prospect.heard(LeadActive.class)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void tellsNobodyWhereNoProcessHasBegun(Prospect prospect) {
    prospect.ends();
    prospect.reads(EBOOK);
    assertThat(prospect.nurture.plan(prospect.lead)).isNotEmpty();
    assertThat(prospect.heard(NurtureChanged.class)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void startsASequenceOnceHoweverManyTryAtOnce(Prospect prospect) throws Exception {
    AtOnce.run(8, thread -> prospect.nurture.winBack(prospect.lead));
    assertThat(prospect.nurture.plan(prospect.lead)).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void wakesThoseWhoWereGivenUp(Prospect prospect) {
    prospect.entersStage(Stage.QUIET);
    prospect.reads(EBOOK);
    prospect.reads(EBOOK);
    assertThat(prospect.heard(LeadActive.class)).hasSize(2);
    prospect.entersStage(Stage.GONE_COLD);
    prospect.reads(EBOOK);
    assertThat(prospect.heard(ColdLeadActive.class)).hasSize(1);
  }
}
