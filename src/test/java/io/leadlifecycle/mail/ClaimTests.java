package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.nurture;
import static io.leadlifecycle.mail.MailScenario.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.smtp.Answer.Kind;
import io.leadlifecycle.smtp.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In which order mails are taken, and that one odd row stops no other. */
class ClaimTests {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private MailScenario scenario;
  private Mails mails;

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  private void on(DataSource database) {
    scenario = MailScenario.on(database);
    mails = scenario.node();
  }

  @AfterEach
  void close() {
    scenario.close();
  }

  /** Whatever their keys: databases like to go by those. */
  @ParameterizedTest
  @MethodSource("databases")
  void takesWhatHasBeenDueForLongest(DataSource database) {
    on(database);
    for (int i = 900; i > 500; i--) {
      mails.post(nurture("n:" + i, "reader" + i + "@example.com"));
      scenario.clock.tick(Duration.ofSeconds(1));
    }

    List<String> taken = new ArrayList<>();
    for (int batch = 0; batch < 3; batch++) {
      claim(50).forEach(mail -> taken.add(mail.key()));
    }
    assertThat(taken).containsExactlyElementsOf(
        Stream.iterate(900, i -> i - 1).limit(150).map(i -> "n:" + i).toList());
  }

  /** A mail that was put off until an hour that has come goes before those that were posted meanwhile. */
  @ParameterizedTest
  @MethodSource("databases")
  void takesWhatFellDueFirstWhateverWasPostedFirst(DataSource database) {
    on(database);
    mails.post(nurture("n:first", "first@example.com"));
    mails.post(nurture("n:put-off", "put-off@example.com"));
    mails.postpone("n:first", scenario.clock.instant().plus(Duration.ofHours(3)), "Waits");
    mails.postpone("n:put-off", scenario.clock.instant().plus(Duration.ofHours(1)), "Waits");
    scenario.clock.tick(Duration.ofHours(2));
    mails.post(nurture("n:fresh", "fresh@example.com"));
    scenario.clock.tick(Duration.ofHours(2));

    assertThat(Stream.generate(() -> claim(1)).limit(3).flatMap(List::stream))
        .extracting(DueMail::key).containsExactly("n:put-off", "n:fresh", "n:first");
  }

  /** What was asked for goes first, but fills no batch that it does not need. */
  @ParameterizedTest
  @MethodSource("databases")
  void leavesNeitherClassOfMailsBehindTheOther(DataSource database) {
    on(database);
    for (int i = 0; i < 20; i++) {
      mails.post(nurture("n:" + i, "reader" + i + "@example.com"));
      mails.post(service("s:" + i));
    }

    assertThat(claim(30)).extracting(DueMail::mailClass)
        .startsWith(Collections.nCopies(20, MailClass.SERVICE).toArray(MailClass[]::new))
        .endsWith(Collections.nCopies(10, MailClass.NURTURE).toArray(MailClass[]::new));
    assertThat(claim(30)).extracting(DueMail::mailClass).hasSize(10).containsOnly(MailClass.NURTURE);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void takesWhatWasAskedForBeforeWhatWasNot(DataSource database) {
    on(database);
    for (int i = 0; i < 10; i++) {
      mails.post(nurture("n:" + i, "reader" + i + "@example.com"));
    }
    scenario.clock.tick(Duration.ofHours(1));
    mails.post(service("s:1"));

    assertThat(claim(1)).extracting(DueMail::key).containsExactly("s:1");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void endsARowThatMakesNoSenseAndSendsTheOthers(DataSource database) {
    on(database);
    mails.post(nurture("n:1"));
    mails.post(service("s:1"));
    scenario.jdbc.sql("update mail_ledger set time_zone = 'Mars/Olympus' where mail_key = 'n:1'").update();
    mails.dispatch();

    assertThat(mails.find("n:1").orElseThrow().reason()).contains("Mars/Olympus");
    assertThat(mails.find("n:1").orElseThrow().state()).isEqualTo(MailState.FAILED);
    assertThat(mails.find("s:1").orElseThrow().state()).isEqualTo(MailState.SENT);
  }

  /** PostgreSQL keeps no NUL, and a mail server may say anything. */
  @ParameterizedTest
  @MethodSource("databases")
  void keepsWhateverAMailServerSays(DataSource database) {
    on(database);
    mails.post(nurture("n:1"));
    Instant now = scenario.clock.instant();
    Pass pass = scenario.letThrough(claim(1).get(0), now.plus(LEASE));
    Answer odd = new Answer(Kind.NOT_NOW, "450 bad" + (char) 0 + "text" + "!".repeat(2000));
    scenario.gate().settle(List.of(new Delivery(pass, odd, now)), now);

    assertThat(mails.find("n:1").orElseThrow().reason()).startsWith("Will be tried again: 450 bad text!");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void givesUpAServiceMailThatKillsEachNodeThatSendsIt(DataSource database) {
    on(database);
    mails.post(service("s:1"));
    for (int nodes = 0; nodes <= BackOff.tries(); nodes++) {
      scenario.claims().startSending(claim(1), scenario.clock.instant().plus(LEASE));
      scenario.clock.tick(LEASE);
      scenario.claims().endRunOutLeases(scenario.clock.instant());
    }

    assertThat(mails.find("s:1").orElseThrow().state()).isEqualTo(MailState.FAILED);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void refusesASecretUnderWhichItWouldKnowNobodyAnyMore(DataSource database) {
    on(database);
    JdbcClient jdbc = JdbcClient.create(database);
    FirstInsert firstInsert = new FirstInsert(new JdbcTemplate(database));
    new SecretCheck(jdbc, firstInsert, new AddressHash(MailScenario.settings("1 per P1D")));
    new SecretCheck(jdbc, firstInsert, new AddressHash(MailScenario.settings("1 per P7D")));

    MailSettings other = new MailSettings(
        "a@example.com", "another secret", null, null, LEASE, 1, "", "");
    assertThatIllegalStateException()
        .isThrownBy(() -> new SecretCheck(jdbc, firstInsert, new AddressHash(other)))
        .withMessageContaining("leads.mail.secret");
  }

  private List<DueMail> claim(int batch) {
    Instant now = scenario.clock.instant();
    return scenario.claims().claim("node", now, now.plus(LEASE), batch);
  }
}
