package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.nurture;
import static io.leadlifecycle.mail.MailScenario.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.mail.Checkpoints.Moment;
import io.leadlifecycle.mail.MailNode.Orders;
import io.leadlifecycle.smtp.MailSink;
import io.leadlifecycle.smtp.MailSink.Accepted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** A node dies, or sleeps, at the worst moment; another one takes over. Judged by the mail server's own log. */
class CrashTests {

  private static final String CAP = "1 per P1D";
  private static final Duration LEASE = Duration.ofSeconds(4);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int ADDRESSES = 6;

  @TempDir
  Path folder;

  private final OffsetClock clock = new OffsetClock();
  private MailSink server;

  @BeforeEach
  void openTheServer() {
    server = new MailSink(clock);
  }

  @AfterEach
  void closeTheServer() {
    server.close();
  }

  static Stream<Arguments> momentsOnDatabases() {
    return Stream.of(Moment.values())
        .flatMap(moment -> Stream.of(Arguments.of(moment, "H2"), Arguments.of(moment, "PostgreSQL")));
  }

  @ParameterizedTest
  @MethodSource("momentsOnDatabases")
  void losesNothingAndDoublesNothingWhenANodeIsHalted(Moment moment, String kind) throws Exception {
    String database = database(kind);
    post(database);
    try (NodeProcess node = NodeProcess.start(orders(database, moment.name(), ""))) {
      assertThat(node.exitCode()).isEqualTo(137);
    }
    Audit audit = takeOver(database);

    assertThat(audit.isClean()).as("%s", audit).isTrue();
    assertThat(audit.accepted() + audit.unknown() - audit.unknownAccepted()).isEqualTo(2 * ADDRESSES);
    assertThat(audit.unknown()).isLessThanOrEqualTo(4);
  }

  @Test
  void countsAMailAsSentThatWasTakenWhileTheNodeDied() throws Exception {
    String database = database("PostgreSQL");
    post(database);
    try (NodeProcess node = NodeProcess.start(orders(database, "", ""))) {
      server.onFinalDot(mail -> killAtNurtureMail(node, mail));
      assertThat(node.exitCode()).isNotZero();
    }
    server.onFinalDot(mail -> {});
    Audit audit = takeOver(database);

    assertThat(audit.isClean()).as("%s", audit).isTrue();
    assertThat(audit.unknownAccepted()).isPositive();
  }

  /** What it held was given to others meanwhile, so it has to keep its hands off. */
  @Test
  void sendsNothingWhenItSleptPastItsLease() throws Exception {
    String database = database("PostgreSQL");
    post(database);
    Audit audit;
    try (NodeProcess node = NodeProcess.start(orders(database, "", Moment.BEFORE_FINAL_DOT.name()))) {
      node.awaits("parked").stop();
      audit = takeOver(database);
      int taken = server.mails().size();
      node.wake();
      node.say("go on");
      node.awaits("dispatched");

      assertThat(server.mails()).hasSize(taken);
    }
    assertThat(audit.isClean()).as("%s", audit).isTrue();
    assertThat(audit.unknown()).isBetween(1, 4);
  }

  /** A service mail would be sent again. */
  private static void killAtNurtureMail(NodeProcess node, Accepted mail) {
    try {
      if (mail.to().startsWith("reader")) {
        node.kill();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Orders orders(String database, String haltAt, String parkAt) {
    return new Orders(database, server.port(), CAP, LEASE, haltAt, parkAt);
  }

  private String database(String kind) {
    String url = kind.equals("H2") ? theProgramsH2() : TestDatabases.postgresUrl();
    Flyway.configure().dataSource(url, null, null).load().migrate();
    return url;
  }

  /** With the program's own options, on which it depends what survives. */
  private String theProgramsH2() {
    YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
    settings.setResources(new ClassPathResource("application.yaml"));
    String url = settings.getObject().getProperty("spring.datasource.url");
    return url.replaceFirst("\\$\\{LEADS_DATA:[^}]+}", folder.toString());
  }

  private void post(String database) {
    try (HikariDataSource pool = MailNode.open(database)) {
      Mails mails = parts(pool, database).mails();
      for (int i = 0; i < ADDRESSES; i++) {
        mails.post(nurture("one:" + i, "reader" + i + "@example.com"));
        mails.post(nurture("two:" + i, "reader" + i + "@example.com"));
      }
      mails.post(service("service"));
    }
  }

  /** Another node goes on when the dead one's leases have run out, day after day until all is done. */
  private Audit takeOver(String database) {
    try (HikariDataSource pool = MailNode.open(database)) {
      Mails mails = parts(pool, database).mails();
      clock.jump(LEASE);
      for (int days = 0; days < 4; days++) {
        mails.dispatch();
        clock.jump(DAY.plus(LEASE));
      }
      List<MailEntry> ledger = mails.of("lead-1");
      assertThat(ledger).hasSize(2 * ADDRESSES + 1);
      return Audit.of(server.mails(), ledger, orders(database, "", "").settings().cap());
    }
  }

  private MailParts parts(HikariDataSource pool, String database) {
    return MailNode.parts(pool, orders(database, "", ""), clock, Checkpoints.NONE);
  }
}
