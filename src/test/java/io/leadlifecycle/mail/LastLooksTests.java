package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.nurture;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** Several mails stand before their final dots while the database answers for one of them. */
class LastLooksTests {

  private MailScenario scenario;
  private Mails mails;
  private SlowClaims claims;
  private LastLooks looks;

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  private List<DueMail> sending(DataSource database, int number) {
    scenario = MailScenario.on(database);
    mails = scenario.node();
    claims = new SlowClaims(scenario);
    looks = new LastLooks(claims, new CommonTime(scenario.named, scenario.clock));
    for (int i = 0; i < number; i++) {
      mails.post(nurture("n:" + i, "reader" + i + "@example.com"));
    }
    Instant lease = scenario.clock.instant().plus(Duration.ofMinutes(5));
    List<DueMail> claimed = claims.claim("node", scenario.clock.instant(), lease, number);
    claimed.forEach(mail -> scenario.letThrough(mail, lease));
    return claimed;
  }

  @AfterEach
  void close() {
    scenario.close();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void seesWhoUnsubscribedAfterTheyJoinedAndBeforeTheQuestionWasAsked(DataSource database) {
    List<DueMail> sending = sending(database, 3);
    CompletableFuture<Boolean> first = ask(sending.get(0));
    claims.isAsked();
    CompletableFuture<Boolean> second = ask(sending.get(1));
    CompletableFuture<Boolean> third = ask(sending.get(2));
    awaitWaiting(2);
    mails.suppress(sending.get(1).address(), "Link");
    claims.goOn.countDown();

    assertThat(first.join()).isTrue();
    assertThat(second.join()).isFalse();
    assertThat(third.join()).isTrue();
    assertThat(claims.questions).containsExactly(1, 2);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void letsNobodyPassIfTheDatabaseCannotBeAsked(DataSource database) {
    List<DueMail> sending = sending(database, 3);
    CompletableFuture<Boolean> first = ask(sending.get(0));
    claims.isAsked();
    CompletableFuture<Boolean> second = ask(sending.get(1));
    CompletableFuture<Boolean> third = ask(sending.get(2));
    awaitWaiting(2);
    claims.away = true;
    claims.goOn.countDown();

    assertThat(first.join()).isTrue();
    assertThat(second.exceptionally(away -> false).join()).isFalse();
    assertThat(third.exceptionally(away -> false).join()).isFalse();
    assertThat(Stream.of(second, third).filter(CompletableFuture::isCompletedExceptionally)).hasSize(1);
  }

  private CompletableFuture<Boolean> ask(DueMail mail) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    new Thread(() -> answer.completeAsync(() -> looks.maySend(mail), Runnable::run)).start();
    return answer;
  }

  private void awaitWaiting(int number) {
    while (looks.waiting() < number) {
      Thread.onSpinWait();
    }
  }

  /** Does not answer the first question before it is told to. */
  private static final class SlowClaims extends MailClaims {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Integer> questions = new ArrayList<>();
    private volatile boolean away;

    SlowClaims(MailScenario scenario) {
      super(scenario.named, scenario.transactions, new Variables(MailScenario.settings("1 per P1D")));
    }

    void isAsked() {
      await(asked);
    }

    @Override
    Set<String> maySend(List<DueMail> mails, Instant now) {
      questions.add(mails.size());
      if (away) {
        throw new DataAccessResourceFailureException("away");
      }
      Set<String> answer = super.maySend(mails, now);
      asked.countDown();
      await(goOn);
      return answer;
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
