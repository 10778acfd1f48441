package io.leadlifecycle.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.consent.OptIn.Status;
import io.leadlifecycle.lead.UnknownLead;
import io.leadlifecycle.limits.Limit;
import io.leadlifecycle.limits.Limited;
import io.leadlifecycle.limits.Limits;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.privacy.Erasure;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConsentTests {

  static Stream<Visitor> visitors() {
    return TestModules.intake().stream().map(Visitor::new);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void asksNobodyWhoDidNotTickTheBox(Visitor visitor) {
    visitor.consent.ask(visitor.lead);
    assertThat(visitor.consent.state(visitor.lead)).isEqualTo("NONE");
    assertThat(visitor.consent.isAwaited(visitor.lead)).isFalse();
    assertThat(visitor.mails()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void asksOnceForEachRequest(Visitor visitor) {
    visitor.ticksTheBox();
    visitor.consent.ask(visitor.lead);
    assertThat(visitor.consent.isAwaited(visitor.lead)).isTrue();
    assertThat(visitor.consent.isGiven(visitor.lead)).isFalse();
    assertThat(visitor.consent.deadline(visitor.lead))
        .isEqualTo(Date.from(visitor.now().plus(Duration.ofDays(7))));
    assertThat(visitor.mails()).singleElement().satisfies(mail -> {
      assertThat(mail.key()).isEqualTo("opt-in:" + visitor.lead + ":1");
      assertThat(mail.subject()).isEqualTo("Bitte bestätigen");
    });
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#intake")
  void remembersARequestAlsoInTheTransactionThatMadeTheLead(TestModules intake) {
    intake.transaction().executeWithoutResult(status -> {
      Visitor visitor = new Visitor(intake);
      assertThat(visitor.consent.isAwaited(visitor.lead)).isFalse();
      visitor.ticksTheBox();
      assertThat(visitor.consent.isAwaited(visitor.lead)).isTrue();
      visitor.ticksTheBox();
      assertThat(visitor.consent.proof(visitor.lead).requests()).hasSize(2);
    });
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void isGivenByWhoeverReadTheMail(Visitor visitor) {
    visitor.ticksTheBox();
    assertThat(visitor.confirms()).isEqualTo(Status.CONFIRMED);
    assertThat(visitor.confirms()).isEqualTo(Status.CONFIRMED);
    assertThat(visitor.consent.isGiven(visitor.lead)).isTrue();
    assertThat(visitor.consent.isAwaited(visitor.lead)).isFalse();
    assertThat(visitor.heard(ConsentGiven.class)).containsExactly(new ConsentGiven(visitor.lead));
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void staysGivenWhenTheBoxIsTickedAgain(Visitor visitor) {
    visitor.ticksTheBox();
    visitor.confirms();
    visitor.passes(Duration.ofDays(30));
    visitor.ticksTheBox();
    assertThat(visitor.consent.isGiven(visitor.lead)).isTrue();
    assertThat(visitor.mails()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void leavesAStrangerInPeaceWhoSaidThatItWasNotThem(Visitor visitor) {
    visitor.ticksTheBox();
    visitor.consent.ask(visitor.lead);
    visitor.refuses();

    visitor.passes(Duration.ofDays(29));
    visitor.ticksTheBox();
    visitor.consent.ask(visitor.lead);
    assertThat(visitor.mails()).hasSize(1);

    visitor.passes(Duration.ofDays(2));
    visitor.ticksTheBox();
    visitor.consent.ask(visitor.lead);
    assertThat(visitor.mails()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void leavesAStrangerInPeaceAlsoWhenItWasErased(Visitor visitor) {
    visitor.ticksTheBox();
    visitor.refuses();
    Visitor anew = visitor.erased(Erasure.TIME_IS_UP);
    visitor.passes(Duration.ofDays(29));
    anew.ticksTheBox();
    Visitor alias = anew.withTag("shop");
    alias.ticksTheBox();
    assertThat(anew.mails()).isEmpty();
    assertThat(alias.mails()).isEmpty();

    visitor.passes(Duration.ofDays(2));
    anew.ticksTheBox();
    assertThat(anew.mails()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void takesNoAnswerAfterTheDeadline(Visitor visitor) {
    visitor.ticksTheBox();
    String token = visitor.token();
    visitor.passes(Duration.ofDays(7));
    assertThat(visitor.confirms(token)).isEqualTo(Status.EXPIRED);
    assertThat(visitor.consent.state(visitor.lead)).isEqualTo("REQUESTED");
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void floodsNobodyWithMails(Visitor visitor) {
    visitor.ticksTheBox();
    visitor.passes(Duration.ofHours(23));
    visitor.ticksTheBox();
    assertThat(visitor.mails()).hasSize(1);
    visitor.passes(Duration.ofHours(1));
    visitor.ticksTheBox();
    assertThat(visitor.mails()).hasSize(2);
    visitor.passes(Duration.ofDays(28));
    visitor.ticksTheBox();
    assertThat(visitor.mails()).as("two in 30 days").hasSize(2);
    visitor.passes(Duration.ofDays(2));
    visitor.ticksTheBox();
    assertThat(visitor.mails()).hasSize(3);
    assertThat(visitor.consent.proof(visitor.lead).requests()).as("nothing is lost").hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void takesAnAddressWithATagForTheSameMailbox(Visitor visitor) {
    visitor.ticksTheBox();
    Visitor alias = visitor.withTag("news");
    Visitor another = visitor.withTag("shop");
    alias.ticksTheBox();
    another.ticksTheBox();
    assertThat(visitor.mails()).hasSize(1);
    assertThat(alias.mails()).isEmpty();
    assertThat(alias.consent.isAwaited(alias.lead)).isTrue();
    assertThat(another.mails()).isEmpty();
    visitor.passes(Duration.ofDays(1));
    alias.ticksTheBox();
    assertThat(alias.mails()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void countsARefusalAgainstWhereTheAddressWasTypedIn(Visitor visitor) {
    Limits limits = visitor.intake.get(Limits.class);
    visitor.intake.clock().tick(Duration.ofDays(31));
    Limited fromThere = new Limited("refused-ip:" + Visitor.IP, List.of(new Limit(1, Duration.ofDays(30))));
    visitor.ticksTheBox();
    assertThat(limits.allows(fromThere)).isTrue();
    visitor.refuses();
    assertThat(limits.allows(fromThere)).isFalse();
    assertThat(visitor.heard(ConsentRefused.class)).hasSize(1);
    assertThat(visitor.nextMail()).isEqualTo(MailState.CANCELLED);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void takesARefusalWhateverStandsForTheNetwork(Visitor visitor) {
    visitor.ticksTheBoxFrom("bad.de, via a proxy");
    visitor.refuses();
    assertThat(visitor.consent.state(visitor.lead)).isEqualTo("WITHDRAWN");
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void takesTheAnswerToAnyMailThatIsStillGood(Visitor visitor) {
    visitor.ticksTheBox();
    String first = visitor.token();
    visitor.passes(Duration.ofDays(2));
    visitor.ticksTheBox();
    assertThat(visitor.confirms(first)).isEqualTo(Status.CONFIRMED);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void endsWithTheFirstWithdrawal(Visitor visitor) {
    visitor.ticksTheBox();
    visitor.confirms();
    visitor.consent.withdraw(visitor.lead, "link");
    visitor.consent.withdraw(visitor.lead, "erika");
    assertThat(visitor.consent.state(visitor.lead)).isEqualTo("WITHDRAWN");
    assertThat(visitor.consent.proof(visitor.lead).withdrawnBy()).isEqualTo("link");
    assertThat(visitor.heard(ConsentWithdrawn.class)).hasSize(1);
    assertThat(visitor.nextMail()).isEqualTo(MailState.CANCELLED);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void canBeWithdrawnByWhoWasNeverAsked(Visitor visitor) {
    visitor.consent.withdraw(visitor.lead, "erika");
    assertThat(visitor.consent.state(visitor.lead)).isEqualTo("WITHDRAWN");
    assertThat(visitor.nextMail()).isEqualTo(MailState.CANCELLED);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void comesBackOnlyByANewRequestAndItsOwnMail(Visitor visitor) {
    visitor.ticksTheBox();
    String old = visitor.token();
    visitor.confirms();
    visitor.consent.withdraw(visitor.lead, "link");
    assertThat(visitor.confirms(old)).isEqualTo(Status.EXPIRED);
    visitor.passes(Duration.ofDays(1));
    visitor.ticksTheBox();
    assertThat(visitor.confirms(old)).isEqualTo(Status.EXPIRED);
    assertThat(visitor.consent.isGiven(visitor.lead)).isFalse();
    assertThat(visitor.confirms()).isEqualTo(Status.CONFIRMED);
    assertThat(visitor.nextMail()).isEqualTo(MailState.SENT);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void waitsForNobodyWhoAskedToBeCalled(Visitor visitor) {
    visitor.asksForACall();
    visitor.ticksTheBox();
    assertThat(visitor.consent.isAwaited(visitor.lead)).isFalse();
    assertThat(visitor.mails()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void provesWhatWasShownAndWhen(Visitor visitor) {
    Instant ticked = visitor.now();
    visitor.ticksTheBox();
    visitor.passes(Duration.ofHours(2));
    visitor.confirms();
    String wording = visitor.consent.wording(Locale.GERMAN).text();
    assertThat(wording).startsWith("Ja, Example Company darf");
    ConsentProof proof = visitor.consent.proof(visitor.lead);
    assertThat(proof.state()).isEqualTo(ConsentState.GIVEN);
    assertThat(proof.basis()).isEqualTo(Basis.DOUBLE_OPT_IN);
    assertThat(proof.allowedBy()).isEqualTo(visitor.lead + ":1");
    MailEntry mail = visitor.mails().get(0);
    assertThat(mail.textHash()).hasSize(64);
    assertThat(proof.requests()).singleElement().isEqualTo(new ConsentProof.Request(
        1, List.of(new ConsentProof.Box(Purpose.NURTURE, "nurture-1", wording)), "de", "Someone@Bau.example",
        "forms/guide", "7", ticked, Visitor.IP, "Firefox/1",
        new ConsentProof.OptInMail(
            mail.key(), "SENT", mail.messageId(), mail.sentAt(), mail.textHash(), mail.templateVersion()),
        ticked.plus(Duration.ofDays(7)), visitor.now(), "203.0.113.9", "Test/1"));
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void keepsOnlyTheHashOfTheToken(Visitor visitor) {
    visitor.ticksTheBox();
    String kept = visitor.intake.get(JdbcClient.class)
        .sql("select token_hash from consent_request where lead_id = ?")
        .param(visitor.lead.value())
        .query(String.class)
        .single();
    String ledger = "select variables from mail_ledger where reference = ?";
    String waiting = visitor.intake.get(JdbcClient.class)
        .sql(ledger).param(visitor.lead.toString()).query(String.class).single();
    String token = visitor.token();
    assertThat(kept).hasSize(64).isEqualTo(new OptInToken(token).hash());
    assertThat(waiting).isNotEmpty().doesNotContain(token, "confirm", "bau.example");
    assertThat(visitor.intake.get(JdbcClient.class)
        .sql(ledger).param(visitor.lead.toString()).query(String.class).single()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void doesNotOverlookAWithdrawalThatIsUnderWay(Visitor visitor) {
    visitor.ticksTheBox();
    String token = visitor.token();
    CompletableFuture<Status> answer = visitor.intake.transaction().execute(status -> {
      visitor.consent.withdraw(visitor.lead, "link");
      CompletableFuture<Status> confirmed = CompletableFuture.supplyAsync(() -> visitor.confirms(token));
      assertThat(confirmed).as("waits for the withdrawal").failsWithin(Duration.ofMillis(300));
      return confirmed;
    });
    assertThat(answer.join()).isEqualTo(Status.EXPIRED);
    assertThat(visitor.consent.state(visitor.lead)).isEqualTo("WITHDRAWN");
  }

  /** Whoever was at work when the lead was erased waits, and leaves nothing of it behind. */
  @ParameterizedTest
  @MethodSource("visitors")
  void keepsNothingOfALeadThatIsErasedMeanwhile(Visitor visitor) {
    visitor.ticksTheBox();
    String token = visitor.token();
    ConsentRequest request = visitor.intake.get(OptIn.class).find(token).orElseThrow();
    Map<String, Supplier<Object>> deeds = Map.of(
        "request", () -> done(visitor::ticksTheBox),
        "withdraw", () -> done(() -> visitor.consent.withdraw(visitor.lead, "link")),
        "refuse", () -> done(() -> visitor.consent.refuse(request)),
        "confirm", () -> visitor.intake.get(OptIn.class).confirm(request, Browser.UNKNOWN),
        "give", () -> visitor.consent.give(visitor.lead, imported(visitor), "crm"));
    Map<String, CompletableFuture<Object>> results = new HashMap<>();
    visitor.intake.transaction().executeWithoutResult(status -> {
      visitor.erase(Erasure.TIME_IS_UP);
      deeds.forEach((name, deed) -> results.put(name, CompletableFuture.supplyAsync(deed)));
      assertThat(results.get("confirm")).as("waits for the erasure").failsWithin(Duration.ofMillis(300));
    });
    assertThat(results.get("confirm").join()).isEqualTo(Status.UNKNOWN);
    assertThat(List.of(results.get("request"), results.get("withdraw"), results.get("refuse")))
        .allSatisfy(deed -> assertThat(deed.join()).isEqualTo("done"));
    assertThatThrownBy(results.get("give")::join).hasCauseInstanceOf(UnknownLead.class);
    assertThat(visitor.rowsOfItsConsent()).isZero();
  }

  private static GivenElsewhere imported(Visitor visitor) {
    return new GivenElsewhere(Basis.IMPORTED, "CRM export 7", visitor.now(), Set.of(Purpose.NURTURE), null);
  }

  private static String done(Runnable deed) {
    deed.run();
    return "done";
  }
}
