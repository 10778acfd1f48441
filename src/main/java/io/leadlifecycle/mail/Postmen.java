package io.leadlifecycle.mail;

import io.leadlifecycle.mail.Checkpoints.Moment;
import io.leadlifecycle.smtp.Answer;
import io.leadlifecycle.smtp.SmtpRelay;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
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
  private final MailClaims claims;
  private final MailGate gate;
  private final Checkpoints checkpoints;
  private final Clock clock;
  private final ExecutorService threads;

  Postmen(
      Envelopes envelopes, SmtpRelay relay, MailClaims claims, MailGate gate, Checkpoints checkpoints, Clock clock) {
    this.envelopes = envelopes;
    this.relay = relay;
    this.claims = claims;
    this.gate = gate;
    this.checkpoints = checkpoints;
    this.clock = clock;
    CustomizableThreadFactory daemons = new CustomizableThreadFactory("postman-");
    daemons.setDaemon(true);
    this.threads = Executors.newFixedThreadPool(relay.connections(), daemons);
  }

  /** Whatever is wrong with one mail must not keep the others waiting: those that cannot be written end here. */
  List<Sealed> seal(List<DueMail> mails, Instant now) {
    return together(mails, mail -> sealed(mail, now)).stream().flatMap(Optional::stream).toList();
  }

  private Optional<Sealed> sealed(DueMail mail, Instant now) {
    try {
      return Optional.of(new Sealed(mail, envelopes.seal(mail, now)));
    } catch (RuntimeException | MessagingException e) {
      LOG.error("Mail {} cannot be written", mail.key(), e);
      gate.giveBack(List.of(mail), Turn.failed("Could not be written: " + e.getMessage()));
      return Optional.empty();
    }
  }

  /** @param passes of mails among those that were sealed */
  List<Delivery> handOver(List<Sealed> sealed, List<Pass> passes) {
    Map<String, MimeMessage> messages =
        sealed.stream().collect(Collectors.toMap(each -> each.mail().key(), Sealed::message));
    return together(passes, pass -> handOver(pass, messages.get(pass.mail().key())));
  }

  private Delivery handOver(Pass pass, MimeMessage message) {
    Answer answer = answer(pass, message);
    return new Delivery(pass, answer, SqlTime.rounded(clock.instant()));
  }

  private Answer answer(Pass pass, MimeMessage message) {
    try {
      return relay.send(message, () -> lastLook(pass));
    } catch (RuntimeException e) {
      LOG.error("Nobody knows whether mail {} arrived", pass.mail().key(), e);
      return new Answer(Answer.Kind.LOST, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Right before the final dot: whoever unsubscribed until now gets no mail, nor does a node send that slept
   * past its lease.
   */
  private boolean lastLook(Pass pass) {
    try {
      checkpoints.reached(Moment.BEFORE_FINAL_DOT);
      return claims.maySend(pass.mail(), clock.instant());
    } catch (DataAccessException away) {
      LOG.warn("Mail {} is held back, since the database cannot be asked", pass.mail().key(), away);
      return false;
    }
  }

  private <T, R> List<R> together(List<T> all, Function<T, R> deed) {
    List<Callable<R>> deeds = all.stream().<Callable<R>>map(each -> () -> deed.apply(each)).toList();
    try {
      return threads.invokeAll(deeds).stream().map(Postmen::result).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while mails were under way", e);
    }
  }

  private static <R> R result(Future<R> done) {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @PreDestroy
  void close() {
    threads.shutdown();
  }
}
