package io.leadlifecycle.mail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.leadlifecycle.calendar.MailCap;
import io.leadlifecycle.calendar.SendCalendar;
import io.leadlifecycle.calendar.SendHours;
import io.leadlifecycle.mail.Checkpoints.Moment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.TransactionException;

/** A node that does nothing but send mails, in a JVM of its own. It ends with its input. */
final class MailNode {

  /** Time-outs of a mail server are short here, so that leases can be. */
  private static final Duration CONVERSATION = Duration.ofSeconds(2);

  private MailNode() {}

  /** What a node has to know. On its command line, in this order. */
  record Orders(String database, int mailServer, String cap, Duration lease, String haltAt, String parkAt) {

    String[] arguments() {
      return new String[] {
        database, String.valueOf(mailServer), cap, lease.toString(), haltAt, parkAt
      };
    }

    static Orders of(String[] arguments) {
      return new Orders(
          arguments[0], Integer.parseInt(arguments[1]), arguments[2], Duration.parse(arguments[3]),
          arguments[4], arguments[5]);
    }

    MailSettings settings() {
      return new MailSettings(
          "Leads <leads@example.com>", "secret", MailCap.of(cap), MailCap.of("20 per PT1H"), lease, 200, "", "");
    }
  }

  public static void main(String[] arguments) {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Orders orders = Orders.of(arguments);
    BlockingQueue<String> input = new LinkedBlockingQueue<>();
    listen(input);
    MailParts node = parts(open(orders.database()), orders, Clock.systemUTC(), moments(orders, input));
    Executors.newSingleThreadScheduledExecutor()
        .scheduleWithFixedDelay(() -> dispatch(node), 0, 20, TimeUnit.MILLISECONDS);
  }

  static MailParts parts(HikariDataSource database, Orders orders, Clock clock, Checkpoints checkpoints) {
    SendHours always = new SendHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EnumSet.allOf(DayOfWeek.class), false);
    return MailParts.of(
        new NamedParameterJdbcTemplate(database),
        MailScenario.relay(orders.mailServer(), CONVERSATION, CONVERSATION),
        orders.settings(),
        new SendCalendar(always),
        clock,
        checkpoints);
  }

  static HikariDataSource open(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(8);
    config.setConnectionTimeout(2000);
    config.setInitializationFailTimeout(20_000);
    return new HikariDataSource(config);
  }

  /** As the program does, it tries again after a fault of the database. */
  private static void dispatch(MailParts node) {
    try {
      node.mails().dispatch();
    } catch (DataAccessException | TransactionException away) {
      LoggerFactory.getLogger(MailNode.class).warn("{}", away.getMessage());
    }
    System.out.println("dispatched");
  }

  /** The whole wave parks, or a signal could catch one of its mails between the last look and the dot. */
  private static Checkpoints moments(Orders orders, BlockingQueue<String> input) {
    AtomicInteger parked = new AtomicInteger();
    CountDownLatch goOn = new CountDownLatch(1);
    return moment -> {
      if (orders.haltAt().equals(moment.name())) {
        Runtime.getRuntime().halt(137);
      }
      if (orders.parkAt().equals(moment.name())) {
        park(moment, input, parked.getAndIncrement() == 0, goOn);
      }
    };
  }

  private static void park(
      Moment moment, BlockingQueue<String> input, boolean isFirst, CountDownLatch goOn) {
    try {
      if (isFirst) {
        System.out.println("parked at " + moment);
        input.take();
        goOn.countDown();
      }
      goOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void listen(BlockingQueue<String> input) {
    Thread listener = new Thread(() -> {
      try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        lines.lines().forEach(input::add);
      } catch (IOException gone) {
        // as at the end of the input
      }
      Runtime.getRuntime().halt(0);
    });
    listener.setDaemon(true);
    listener.start();
  }
}
