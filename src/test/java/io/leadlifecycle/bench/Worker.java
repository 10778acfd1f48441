package io.leadlifecycle.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.LoggerFactory;

/** Does the work of whom it is told, in a JVM of its own. */
final class Worker {

  private Worker() {}

  /** @param arguments the measure, the address of a database and the port of a mail server */
  public static void main(String[] arguments) {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Work work = of(Measure.valueOf(arguments[0]), arguments[1], Integer.parseInt(arguments[2]));
    ChildJvm.obey(order -> follow(order, work));
  }

  private static String follow(String order, Work work) throws Exception {
    String[] words = order.split(" ");
    switch (words[0]) {
      case "load" -> work.load(Integer.parseInt(words[1]));
      case "go" -> work.go();
      default -> throw new IllegalArgumentException(order);
    }
    return "done";
  }

  private static Work of(Measure measure, String database, int mailServer) {
    return switch (measure) {
      case BARE_TUNED -> new BareTimers(BareEngine.tuned(tunedPool(database), BareStep.NOTHING));
      case BARE_STARTER -> new BareTimers(BareEngine.starter(pool(database, 10), BareStep.NOTHING));
      case MAIL_SENDER -> new BareTimers(BareEngine.starter(pool(database, 10), new SenderStep(mailServer)));
      case BARE_START -> new BareStarts(BareEngine.tuned(tunedPool(database), BareStep.NOTHING));
      case OUTBOX -> new Outbox(pool(database, 10), mailServer);
      default -> throw new IllegalArgumentException("Nobody here does " + measure);
    };
  }

  /** With the driver's settings of the profile production. */
  private static HikariDataSource tunedPool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(24);
    config.addDataSourceProperty("reWriteBatchedInserts", true);
    config.addDataSourceProperty("preparedStatementCacheQueries", 512);
    return new HikariDataSource(config);
  }

  static HikariDataSource pool(String url, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(size);
    return new HikariDataSource(config);
  }
}
