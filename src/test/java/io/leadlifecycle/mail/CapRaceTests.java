package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.nurture;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.smtp.SandboxMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Eight nodes want to send several mails to each of 150 addresses at once. Judged by what the server got. */
class CapRaceTests {

  private static final int NODES = 8;
  private static final int ADDRESSES = 150;
  private static final int MAILS_EACH = 3;
  private static final Duration DAY = Duration.ofDays(1);

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sendsNoAddressTwoMailsWithinTheWindow(DataSource database) throws Exception {
    try (HikariDataSource pool = pooled(database); MailScenario scenario = MailScenario.on(pool)) {
      List<Mails> nodes = Stream.generate(scenario::node).limit(NODES).toList();
      Instant start = scenario.clock.instant();
      Together.run(nodes.stream().limit(2).map(CapRaceTests::postAll).toList());

      for (int day = 1; day <= MAILS_EACH; day++) {
        Together.run(nodes.stream().map(node -> (Callable<Object>) node::dispatch).toList());
        nodes.get(0).dispatch();
        assertThat(scenario.inbox.mails()).hasSize(day * ADDRESSES);
        assertOneMailADay(scenario, start, day);
        scenario.clock.tick(DAY);
      }

      assertThat(scenario.inbox.mails()).extracting(SandboxMail::messageId).doesNotHaveDuplicates();
      assertThat(nodes.get(0).of("lead-1")).hasSize(ADDRESSES * MAILS_EACH)
          .allMatch(mail -> mail.state() == MailState.SENT);
    }
  }

  /** Two in any three days, and one a day: the third mail waits for the fourth day. */
  @ParameterizedTest
  @MethodSource("databases")
  void keepsEveryWindowOfACombinedCap(DataSource database) throws Exception {
    try (HikariDataSource pool = pooled(database); MailScenario scenario = MailScenario.on(pool)) {
      List<Mails> nodes =
          Stream.generate(() -> scenario.node("1 per P1D and 2 per P3D")).limit(NODES).toList();
      Instant start = scenario.clock.instant();
      postAll(nodes.get(0)).call();

      for (int hour = 0; hour <= 4 * 24; hour += 12) {
        Together.run(nodes.stream().map(node -> (Callable<Object>) node::dispatch).toList());
        nodes.get(0).dispatch();
        scenario.clock.tick(Duration.ofHours(12));
      }

      for (int i = 0; i < ADDRESSES; i++) {
        assertThat(scenario.acceptedAt(address(i)))
            .containsExactly(start, start.plus(DAY), start.plus(DAY.multipliedBy(3)));
      }
    }
  }

  private static void assertOneMailADay(MailScenario scenario, Instant start, int days) {
    List<Instant> expected =
        IntStream.range(0, days).mapToObj(day -> start.plus(DAY.multipliedBy(day))).toList();
    for (int i = 0; i < ADDRESSES; i++) {
      assertThat(scenario.acceptedAt(address(i))).containsExactlyElementsOf(expected);
    }
  }

  /** By their keys, the mails of one address fall to different nodes. */
  private static Callable<Object> postAll(Mails node) {
    return () -> {
      for (int mail = 0; mail < MAILS_EACH; mail++) {
        for (int i = 0; i < ADDRESSES; i++) {
          node.post(nurture(mail + ":" + i, address(i)));
        }
      }
      return node;
    };
  }

  private static String address(int i) {
    return "reader" + i + "@example.com";
  }

  private static HikariDataSource pooled(DataSource database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setDataSource(database);
    pool.setMaximumPoolSize(NODES);
    return pool;
  }
}
