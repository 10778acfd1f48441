package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.letter.Templates;
import io.leadlifecycle.mail.Checkpoints.Moment;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader is erased while a mail to it is on its way. */
class ErasureTests {

  private static final Person PERSON = new Person(UUID.randomUUID(), ANNA);

  private MailScenario scenario;

  static Stream<Arguments> moments() {
    return Stream.of(Moment.values()).flatMap(
        moment -> TestDatabases.all().map(database -> Arguments.of(database, moment)));
  }

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  @AfterEach
  void close() {
    scenario.close();
  }

  /** Up to the final dot it gets none, others get theirs, and the ledger has forgotten it. */
  @ParameterizedTest
  @MethodSource("moments")
  void takesAMailOutAtAnyMomentAndLetsTheOthersGo(DataSource database, Moment moment) {
    scenario = MailScenario.on(database);
    AtomicBoolean reached = new AtomicBoolean();
    Mails mails = scenario.node("1 per P1D", at -> {
      if (at == moment && reached.compareAndSet(false, true)) {
        CompletableFuture.runAsync(() -> erase(Erasure.ON_REQUEST)).join();
      }
    });
    mails.post(mail("n:1", PERSON.lead().toString(), ANNA));
    mails.post(mail("n:2", "somebody", "ben@example.com"));
    mails.dispatch();
    assertThat(reached).isTrue();

    assertThat(mails.of(PERSON.lead().toString())).isEmpty();
    assertThat(mails.find("n:2").orElseThrow().state()).isEqualTo(MailState.SENT);
    boolean tooLate = moment == Moment.ANSWERED || moment == Moment.SETTLED;
    assertThat(scenario.received()).filteredOn(ANNA::equals).hasSize(tooLate ? 1 : 0);
    mails.post(mail("n:3", "import", ANNA));
    scenario.clock.tick(Duration.ofDays(2));
    mails.dispatch();
    assertThat(mails.find("n:3").orElseThrow()).extracting(MailEntry::state, MailEntry::reason)
        .containsExactly(MailState.CANCELLED, "No mail may go to this address: Erased on request");
  }

  /** What comes back the next day by another way must not get a mail too soon. */
  @ParameterizedTest
  @MethodSource("databases")
  void keepsTheCapOfAnAddressWhoseTimeWasUp(DataSource database) {
    scenario = MailScenario.on(database);
    Mails mails = scenario.node();
    mails.post(mail("n:1", PERSON.lead().toString(), ANNA));
    mails.dispatch();
    erase(Erasure.TIME_IS_UP);
    erase(Erasure.TIME_IS_UP);
    mails.post(mail("n:2", "again", ANNA));
    mails.dispatch();

    assertThat(mails.of(PERSON.lead().toString())).isEmpty();
    assertThat(mails.find("n:2").orElseThrow().state()).isEqualTo(MailState.DEFERRED);
    scenario.clock.tick(Duration.ofDays(1));
    mails.dispatch();
    assertThat(mails.find("n:2").orElseThrow().state()).isEqualTo(MailState.SENT);
  }

  private void erase(Erasure why) {
    MailPersonalData data = scenario.parts("1 per P1D", Checkpoints.NONE).personalData();
    scenario.transactions.executeWithoutResult(transaction -> data.erase(PERSON, why));
  }

  private static MailOrder mail(String key, String reference, String address) {
    return new MailOrder(
        key, MailClass.NURTURE, reference, reference + ":1", address, "Anna", Locale.ENGLISH, UTC, "news-1", Templates.values(),
        null);
  }
}
