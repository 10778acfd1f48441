package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.allowance;
import static io.leadlifecycle.mail.MailScenario.expiring;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static io.leadlifecycle.mail.MailScenario.order;
import static io.leadlifecycle.mail.MailScenario.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.leadlifecycle.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

class MailsTests {

  private static final Duration DAY = Duration.ofDays(1);

  private MailScenario scenario;

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  private Mails mailsOn(DataSource database) {
    scenario = MailScenario.on(database);
    return scenario.node();
  }

  @AfterEach
  void stopServer() {
    scenario.close();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sendsOnceWhatIsPostedTwice(DataSource database) {
    Mails mails = mailsOn(database);

    assertThat(mails.post(nurture("n:1"))).isTrue();
    assertThat(mails.post(nurture("n:1"))).isFalse();
    assertThat(mails.dispatch()).isEqualTo(1);
    assertThat(mails.post(nurture("n:1"))).isFalse();
    assertThat(mails.dispatch()).isZero();

    assertThat(scenario.received()).containsExactly(ANNA);
    MailEntry entry = mails.find("n:1").orElseThrow();
    assertThat(entry.state()).isEqualTo(MailState.SENT);
    assertThat(entry.sentAt()).isEqualTo(scenario.clock.instant());
    assertThat(entry.subject()).isEqualTo("News for Anna");
    assertThat(scenario.inbox.find(entry.messageId())).isPresent();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void postsWithinTheCallersTransaction(DataSource database) {
    Mails mails = mailsOn(database);
    mails.post(nurture("taken"));

    scenario.transactions.executeWithoutResult(transaction -> {
      assertThat(mails.post(nurture("taken"))).isFalse();
      assertThat(mails.post(nurture("rolled back"))).isTrue();
      transaction.setRollbackOnly();
    });
    scenario.transactions.executeWithoutResult(transaction -> mails.post(nurture("kept")));

    assertThat(mails.of("lead-1")).extracting(MailEntry::key).containsExactlyInAnyOrder("taken", "kept");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void survivesAKeyThatAnotherTransactionTakesMeanwhile(DataSource database) {
    mailsOn(database);
    FirstInsert firstInsert = new FirstInsert(new JdbcTemplate(database));
    MailGateTable gates = new MailGateTable(new NamedParameterJdbcTemplate(database), firstInsert);
    GateKey key = new GateKey("hash", MailClass.NURTURE);
    gates.ensure(List.of(key));

    Boolean first = scenario.transactions.execute(transaction -> {
      boolean inserted = firstInsert.of(() -> scenario.jdbc.sql("""
          insert into mail_gate (address_hash, mail_class, version, sent)
          values ('hash', 'NURTURE', 0, '')""").update());
      gates.suppress(key, "still usable", scenario.clock.instant());
      return inserted;
    });

    assertThat(first).isFalse();
    assertThat(gates.find(key).orElseThrow().suppressedWhy()).isEqualTo("still usable");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void defersToTheExactInstantThatTheCapAllows(DataSource database) {
    Mails mails = mailsOn(database);
    Instant start = scenario.clock.instant();
    mails.post(nurture("n:1"));
    mails.dispatch();
    scenario.clock.tick(Duration.ofHours(5));
    mails.post(nurture("n:2"));
    mails.dispatch();

    MailEntry waiting = mails.find("n:2").orElseThrow();
    assertThat(waiting.state()).isEqualTo(MailState.DEFERRED);
    assertThat(waiting.dueAt()).isEqualTo(start.plus(DAY));
    assertThat(waiting.reason()).isEqualTo("Waits for the cap: one mail per 24 h");

    scenario.clock.set(start.plus(DAY).minusMillis(1));
    assertThat(mails.dispatch()).isZero();
    scenario.clock.set(start.plus(DAY));
    assertThat(mails.dispatch()).isEqualTo(1);
    assertThat(mails.find("n:2").orElseThrow().sentAt()).isEqualTo(start.plus(DAY));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void foreseesWhenTheCapAllowsTheNextMail(DataSource database) {
    Mails mails = mailsOn(database);
    Instant start = scenario.clock.instant();

    assertThat(allowance(mails, ANNA).next(start)).isEqualTo(start);
    mails.post(nurture("n:1"));
    assertThat(allowance(mails, ANNA).next(start)).isEqualTo(start.plus(DAY));
    mails.post(nurture("n:2"));
    assertThat(allowance(mails, ANNA).next(start)).isEqualTo(start.plus(DAY.multipliedBy(2)));
    mails.dispatch();
    assertThat(allowance(mails, ANNA).next(start)).isEqualTo(start.plus(DAY.multipliedBy(2)));
    Instant later = start.plus(DAY.multipliedBy(9));
    assertThat(allowance(mails, ANNA).next(later)).isEqualTo(later);
    assertThat(allowance(mails, "else@example.com").next(start)).isEqualTo(start);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keepsNoServiceMailBack(DataSource database) {
    Mails mails = mailsOn(database);
    mails.post(nurture("n:1"));
    mails.post(service("s:1"));
    mails.post(service("s:2"));
    mails.suppress(ANNA, "Unsubscribed");
    mails.dispatch();

    assertThat(mails.of("lead-1")).extracting(MailEntry::key, MailEntry::state).containsExactlyInAnyOrder(
        tuple("n:1", MailState.CANCELLED),
        tuple("s:1", MailState.SENT),
        tuple("s:2", MailState.SENT));
    assertThat(allowance(mails, ANNA).next(scenario.clock.instant())).isEqualTo(scenario.clock.instant());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sendsNothingToASuppressedAddressUntilItIsAllowedAgain(DataSource database) {
    Mails mails = mailsOn(database);
    mails.post(nurture("waiting"));
    mails.suppress(ANNA, "Unsubscribed");
    mails.suppress(ANNA, "Unsubscribed again");
    mails.post(nurture("posted later"));
    mails.dispatch();

    assertThat(scenario.received()).isEmpty();
    assertThat(mails.of("lead-1")).hasSize(2).allSatisfy(mail -> {
      assertThat(mail.state()).isEqualTo(MailState.CANCELLED);
      assertThat(mail.reason()).isEqualTo("No mail may go to this address: Unsubscribed");
    });

    mails.allow(ANNA);
    mails.post(nurture("agreed anew"));
    mails.dispatch();
    assertThat(scenario.received()).containsExactly(ANNA);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void suppressionWinsOverAMailThatANodeHasClaimed(DataSource database) {
    Mails mails = mailsOn(database);
    mails.post(nurture("n:1"));
    DueMail claimed = scenario.claimByDyingNode();
    mails.suppress(ANNA, "Unsubscribed");

    assertThat(scenario.claims().startSending(List.of(claimed), scenario.clock.instant())).containsExactly(false);
    assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.CANCELLED);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keepsTheCapHoweverTheAddressIsSpelt(DataSource database) {
    Mails mails = mailsOn(database);
    mails.post(nurture("n:1", "Anna@Example.com"));
    mails.post(nurture("n:2", " anna@example.com "));
    mails.dispatch();

    assertThat(scenario.received()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sendsNothingThatHasExpired(DataSource database) {
    Mails mails = mailsOn(database);
    Instant expiry = scenario.clock.instant().plusSeconds(60);
    mails.post(expiring("n:1", expiry));
    scenario.clock.set(expiry.plusMillis(1));
    mails.dispatch();

    assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.EXPIRED);
    assertThat(mails.find("n:1").orElseThrow().reason()).contains(expiry.toString());
    assertThat(scenario.received()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void failsAMailThatCannotBeWrittenAndSendsTheOthers(DataSource database) {
    Mails mails = mailsOn(database);
    mails.post(order("no template", MailClass.SERVICE, ANNA, "forgotten", null));
    mails.post(order("no address", MailClass.SERVICE, "not an address", "opt-in", null));
    mails.post(new MailOrder(
        "no value", MailClass.SERVICE, "lead-1", null, ANNA, "", Locale.ENGLISH, null, "opt-in", Map.of(), null));
    mails.post(service("fine"));
    mails.dispatch();

    assertThat(mails.find("no template").orElseThrow().reason()).contains("mails/forgotten.en.md");
    assertThat(mails.find("no value").orElseThrow().reason()).contains("firstName");
    assertThat(mails.of("lead-1")).filteredOn(mail -> mail.state() == MailState.FAILED).hasSize(3);
    assertThat(scenario.received()).containsExactly(ANNA);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void takesBackAMailThatADeadNodeHadClaimed(DataSource database) {
    Mails mails = mailsOn(database);
    mails.post(nurture("n:1"));
    DueMail claimed = scenario.claimByDyingNode();

    assertThat(mails.dispatch()).isZero();
    scenario.clock.tick(Duration.ofMinutes(5));
    assertThat(mails.dispatch()).isEqualTo(1);
    assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.SENT);
    assertThat(scenario.claims().startSending(List.of(claimed), scenario.clock.instant())).containsExactly(false);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void neverSendsAgainWhatADeadNodeWasSending(DataSource database) {
    Mails mails = mailsOn(database);
    mails.post(nurture("n:1"));
    DueMail claimed = scenario.claimByDyingNode();
    scenario.claims().startSending(List.of(claimed), scenario.clock.instant().plus(Duration.ofMinutes(5)));
    scenario.clock.tick(Duration.ofMinutes(5));
    mails.dispatch();

    assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.UNKNOWN);
    Outcome late = new Outcome(claimed, NextState.sent(scenario.clock.instant()));
    assertThat(scenario.claims().finish(List.of(late))).containsExactly(false);
    scenario.clock.tick(Duration.ofDays(30));
    assertThat(mails.dispatch()).isZero();
    assertThat(scenario.received()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sendsServiceMailAgainThatADeadNodeWasSending(DataSource database) {
    Mails mails = mailsOn(database);
    mails.post(service("s:1"));
    DueMail claimed = scenario.claimByDyingNode();
    scenario.claims().startSending(List.of(claimed), scenario.clock.instant().plus(Duration.ofMinutes(5)));
    scenario.clock.tick(Duration.ofMinutes(5));
    mails.dispatch();

    assertThat(mails.find("s:1").orElseThrow().state()).isEqualTo(MailState.SENT);
    assertThat(scenario.inbox.mails().get(0).messageId()).isEqualTo(claimed.messageId());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void refusesToSendInsideATransaction(DataSource database) {
    Mails mails = mailsOn(database);
    assertThatIllegalStateException()
        .isThrownBy(() -> scenario.transactions.executeWithoutResult(transaction -> mails.dispatch()));
    assertThatIllegalArgumentException().isThrownBy(() -> new MailOrder(
        "n:1", MailClass.NURTURE, "lead-1", "lead-1:1", ANNA, "", Locale.ENGLISH, MailScenario.UTC, "news-1", Map.of(),
        null));
  }
}
