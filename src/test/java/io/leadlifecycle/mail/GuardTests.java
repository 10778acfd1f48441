package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.nurture;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.calendar.SendCalendar;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Two nodes look at the same gate at the same instant. What happens next hangs on one condition of one update. */
class GuardTests {

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void sendsOneMailSinceOnlyOneMayChangeTheGateThatBothSaw(DataSource database) throws Exception {
    assertThat(mailsSentBy(database, Meeting::new)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void wouldSendTwoMailsIfNodesCountedFirstAndWroteThen(DataSource database) throws Exception {
    assertThat(mailsSentBy(database, CountingThenWriting::new)).isEqualTo(2);
  }

  private static int mailsSentBy(DataSource database, Function<Nodes, MailGateTable> gates) throws Exception {
    try (HikariDataSource pool = new HikariDataSource(); MailScenario scenario = MailScenario.on(database)) {
      pool.setDataSource(database);
      Nodes nodes = new Nodes(new NamedParameterJdbcTemplate(pool), new CyclicBarrier(2));
      List<Mails> both = Stream.generate(() -> node(scenario, nodes, gates)).limit(2).toList();
      both.get(0).post(nurture("n:1"));
      both.get(0).post(nurture("n:2"));
      Together.run(both.stream().map(node -> (Callable<Integer>) node::dispatch).toList());
      return scenario.inbox.mails().size();
    }
  }

  /** It takes one mail at a time, so that each node gets one of the two. */
  private static Mails node(MailScenario scenario, Nodes nodes, Function<Nodes, MailGateTable> gates) {
    MailSettings one = MailScenario.settings("1 per P1D", 1);
    return MailParts.of(
        nodes.database(), gates.apply(nodes), scenario.relay(), one, new SendCalendar(scenario.hours),
        scenario.clock, Clock.systemUTC(), Checkpoints.NONE).mails();
  }

  private record Nodes(NamedParameterJdbcTemplate database, CyclicBarrier bothHaveLooked) {}

  /** The table as it is, but nobody writes before both have looked. */
  private static class Meeting extends MailGateTable {

    private final CyclicBarrier bothHaveLooked;
    private boolean met;

    Meeting(Nodes nodes) {
      super(nodes.database(), new FirstInsert(nodes.database().getJdbcOperations()));
      this.bothHaveLooked = nodes.bothHaveLooked();
    }

    void meet() {
      if (!met) {
        met = true;
        try {
          bothHaveLooked.await();
        } catch (InterruptedException | BrokenBarrierException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Override
    Set<GateKey> change(Collection<Gate> wanted) {
      meet();
      return super.change(wanted);
    }
  }

  /** What everybody writes first: the gate was found open, so it is passed. */
  private static final class CountingThenWriting extends Meeting {

    CountingThenWriting(Nodes nodes) {
      super(nodes);
    }

    @Override
    Set<GateKey> change(Collection<Gate> wanted) {
      meet();
      save(wanted.stream());
      return Set.of();
    }
  }
}
