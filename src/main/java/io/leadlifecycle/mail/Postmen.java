package io.leadlifecycle.mail;

import io.leadlifecycle.mail.Checkpoints.Moment;
import io.leadlifecycle.smtp.Answer;
import io.leadlifecycle.smtp.SmtpRelay;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Write and carry the mails of one wave, all at the same time. */
@Component
class Postmen {

  private static final Logger LOG = LoggerFactory.getLogger(Postmen.class);

  private final Envelopes envelopes;
  private final SmtpRelay relay;
  private final LastLooks lastLooks;
  private final MailGate gate;
  private final Checkpoints checkpoints;
  private final CommonTime time;
  private final ExecutorService threads;

  Postmen(
      Envelopes envelopes,
      SmtpRelay relay,
      MailClaims claims,
      MailGate gate,
      Checkpoints checkpoints,
      CommonTime time) {
    this.envelopes = envelopes;
    this.relay = relay;
    this.lastLooks = new LastLooks(claims, time);
    this.gate = gate;
    this.checkpoints = checkpoints;
    this.time = time;
    CustomizableThreadFactory daemons = new CustomizableThreadFactory("postman-");
    daemons.setDaemon(true);
    this.threads = Executors.newFixedThreadPool(relay.connections(), daemons);
  }

  /**
   * Whatever is wrong with one mail must not keep the others waiting: those that cannot be written end here. What
   * exactly is wrong may quote an address: the ledger may know that, the log may not.
   */
  List<Sealed> seal(List<DueMail> mails, Instant now) {
    Map<String, Sealed> sealed = new ConcurrentHashMap<>();
    together(mails, mail -> sealed(mail, now).ifPresent(each -> sealed.put(mail.key(), each)));
    return mails.stream().map(mail -> sealed.get(mail.key())).filter(Objects::nonNull).toList();
  }

  private Optional<Sealed> sealed(DueMail mail, Instant now) {
    try {
      return Optional.of(envelopes.seal(mail, now));
    } catch (RuntimeException | MessagingException | StackOverflowError e) {
      LOG.error("Mail {} cannot be written: {}", mail.key(), e.getClass().getName());
      gate.giveBack(List.of(new Outcome(mail, NextState.failed("Could not be written: " + e.getMessage()))));
      return Optional.empty();
    }
  }

  /**
   * Returns when the server has answered to all of them, or cannot any more.
   *
   * @param passes of mails among those that were sealed
   * @param delivered is told at once what became of each, by several threads
   */
  void handOver(List<Sealed> sealed, List<Pass> passes, Consumer<Delivery> delivered) {
    Map<String, MimeMessage> messages =
        sealed.stream().collect(Collectors.toMap(each -> each.mail().key(), Sealed::message));
    Round round = new Round(relay.connections(), relay.longestConversation());
    together(passes, pass -> {
      Answer answer = round.answer(() -> answer(pass, messages.get(pass.mail().key())));
      delivered.accept(new Delivery(pass, answer, time.now()));
    });
  }

  private Answer answer(Pass pass, MimeMessage message) {
    try {
      return relay.send(message, () -> lastLook(pass));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Nobody knows whether mail {} arrived: {}", pass.mail().key(), e.getClass().getName());
      return new Answer(Answer.Kind.LOST, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Right before the final dot: whoever unsubscribed until now gets no mail, nor does a node send that slept
   * past its lease. The database may take its time to answer, hence the second look at the clock.
   */
  private boolean lastLook(Pass pass) {
    try {
      checkpoints.reached(Moment.BEFORE_FINAL_DOT);
      return lastLooks.maySend(pass.mail()) && time.now().isBefore(pass.reserved());
    } catch (DataAccessException away) {
      LOG.warn("Mail {} is held back, since the database cannot be asked", pass.mail().key(), away);
      return false;
    }
  }

  private <T> void together(List<T> all, Consumer<T> deed) {
    List<Callable<Object>> deeds = all.stream().map(each -> Executors.callable(() -> deed.accept(each))).toList();
    try {
      for (Future<Object> done : threads.invokeAll(deeds)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while mails were under way", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @PreDestroy
  void close() {
    threads.shutdown();
  }
}
