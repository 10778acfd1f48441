package io.leadlifecycle.smtp;

import io.leadlifecycle.smtp.Answer.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The mail server: takes mails, and tells for sure, where that can be told, whether they were sent. It keeps
 * connections open from one mail to the next; one that the server has closed meanwhile costs a mail nothing.
 */
public class SmtpRelay implements AutoCloseable {

  private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

  private final RelaySettings settings;
  private final RelayHealth health;
  private final @Nullable SSLSocketFactory tls;
  private final Semaphore lines;
  private final ScheduledExecutorService timer = timer();
  /** The one that was used last comes first. */
  private final Deque<SmtpConnection> idle = new ArrayDeque<>();
  private volatile boolean closed;

  public SmtpRelay(RelaySettings settings, RelayHealth health) {
    this(settings, health, null);
  }

  /** @param tls null for that of the Java runtime, which trusts the well-known authorities */
  SmtpRelay(RelaySettings settings, RelayHealth health, @Nullable SSLSocketFactory tls) {
    this.settings = settings;
    this.health = health;
    this.tls = tls;
    this.lines = new Semaphore(settings.connections());
  }

  /** Its one thread goes when there is nothing to do for it. */
  private static ScheduledExecutorService timer() {
    CustomizableThreadFactory threads = new CustomizableThreadFactory("mail-deadline-");
    threads.setDaemon(true);
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads);
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(10, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    return timer;
  }

  /** How many mails may be handed over at the same time. */
  public int connections() {
    return settings.connections();
  }

  /** How many are being handed over, or are about to. */
  int connectionsInUse() {
    return settings.connections() - lines.availablePermits();
  }

  /** No mail takes longer, whatever the server does. */
  public Duration longestConversation() {
    return settings.conversation();
  }

  /** Tries to reach the server, unless a connection is open. Empty if it can be used, else why not. */
  public Optional<String> outage() {
    lines.acquireUninterruptibly();
    try (Deadline deadline = new Deadline(timer, settings.conversation())) {
      giveBack(take(deadline), deadline);
      return health.found(Optional.empty());
    } catch (MessagingException unusable) {
      return health.found(Optional.of(unusable.getMessage()));
    } finally {
      lines.release();
    }
  }

  /**
   * Hands over one mail to one recipient. Threads may call it at the same time: if they are more than there are
   * connections, they wait for each other. Else it does not take longer than the setting {@code conversation}.
   *
   * @param lastLook asked when all but the final dot was sent: on {@code false} the server gets no mail
   */
  public Answer send(MimeMessage message, BooleanSupplier lastLook) {
    lines.acquireUninterruptibly();
    try (Deadline deadline = new Deadline(timer, settings.conversation())) {
      Answer answer = send(message, lastLook, deadline);
      health.found(Optional.of(answer).filter(given -> given.kind() == Kind.DOWN).map(Answer::text));
      return answer;
    } finally {
      lines.release();
    }
  }

  private Answer send(MimeMessage message, BooleanSupplier lastLook, Deadline deadline) {
    try {
      SmtpConnection connection = take(deadline);
      Answer answer = connection.send(message, lastLook);
      giveBack(connection, deadline);
      return connection.wasStale() ? send(message, lastLook, deadline) : answer;
    } catch (MessagingException unusable) {
      return new Answer(Kind.DOWN, unusable.getMessage());
    }
  }

  /** One that is open, else a new one. */
  private SmtpConnection take(Deadline deadline) throws MessagingException {
    closeLongIdle(deadline);
    for (SmtpConnection kept = newestIdle(); kept != null; kept = newestIdle()) {
      deadline.startsFor(kept);
      if (kept.isOpen()) {
        return kept;
      }
      kept.cut();
    }
    SmtpConnection fresh = new SmtpConnection(settings, tls);
    deadline.startsFor(fresh);
    fresh.open();
    return fresh;
  }

  private void giveBack(SmtpConnection connection, Deadline deadline) {
    if (!connection.isFit()) {
      connection.cut();
    } else if (closed || connection.mails() >= settings.mailsPerConnection()) {
      connection.quit();
    } else {
      deadline.endsFor(connection);
      keep(connection);
    }
  }

  private synchronized void keep(SmtpConnection connection) {
    connection.keep();
    idle.addFirst(connection);
  }

  private synchronized @Nullable SmtpConnection newestIdle() {
    return idle.pollFirst();
  }

  private void closeLongIdle(Deadline deadline) {
    for (SmtpConnection kept = longIdle(); kept != null; kept = longIdle()) {
      deadline.startsFor(kept);
      kept.quit();
    }
  }

  private synchronized @Nullable SmtpConnection longIdle() {
    SmtpConnection longest = idle.peekLast();
    return longest != null && (closed || longest.isIdleFor(LONGEST_IDLE)) ? idle.pollLast() : null;
  }

  /** Says goodbye on all connections that no mail is on. */
  @Override
  public void close() {
    closed = true;
    try (Deadline deadline = new Deadline(timer, settings.timeout())) {
      closeLongIdle(deadline);
    }
  }
}
