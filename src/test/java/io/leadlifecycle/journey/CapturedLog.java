package io.leadlifecycle.journey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** All that is logged until it is closed: by us in detail, by others as the program logs it. */
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final LoggerContext LOGGING = (LoggerContext) LoggerFactory.getILoggerFactory();
  private static final Logger ROOT = LOGGING.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private static final Logger OURS = LOGGING.getLogger("io.leadlifecycle");

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Level before = OURS.getLevel();

  static CapturedLog begin() {
    CapturedLog log = new CapturedLog();
    log.setContext(LOGGING);
    log.start();
    OURS.setLevel(Level.DEBUG);
    ROOT.addAppender(log);
    return log;
  }

  /** Without what the database server says in its own log, which the test's server passes on. */
  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLoggerName().startsWith("io.zonky.")) {
      return;
    }
    IThrowableProxy fault = event.getThrowableProxy();
    lines.add(String.join(" ",
        event.getLoggerName(),
        event.getFormattedMessage(),
        event.getMDCPropertyMap().toString(),
        fault == null ? "" : ThrowableProxyUtil.asString(fault)));
  }

  /** Whether a word of ours, spoken softly, arrives here. */
  boolean hears() {
    OURS.debug("Is anybody listening?");
    return lines.stream().anyMatch(line -> line.contains("Is anybody listening?"));
  }

  List<String> linesWith(Collection<String> words) {
    return lines.stream()
        .filter(line -> words.stream().anyMatch(word -> line.toLowerCase().contains(word.toLowerCase())))
        .toList();
  }

  @Override
  public void close() {
    ROOT.detachAppender(this);
    OURS.setLevel(before);
  }
}
