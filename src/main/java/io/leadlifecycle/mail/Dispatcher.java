package io.leadlifecycle.mail;

import io.leadlifecycle.mail.Checkpoints.Moment;
import io.leadlifecycle.smtp.Answer.Kind;
import io.leadlifecycle.smtp.Answer;
import io.leadlifecycle.smtp.SendRates;
import io.leadlifecycle.smtp.SmtpRelay;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes what is due from the ledger to the mail server, in waves: a node that dies leaves no more than one wave
 * behind of which nobody knows whether it arrived.
 */
@Component
class Dispatcher implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration SHORTEST_OUTAGE = Duration.ofSeconds(5);
  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(5);

  private final String node = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
  private final MailClaims claims;
  private final MailGate gate;
  private final Postmen postmen;
  private final SmtpRelay relay;
  private final SendRates rates;
  private final MailSettings settings;
  private final Checkpoints checkpoints;
  private final CommonTime time;
  private final Pace pace;
  /** Claimed, and not let through yet. */
  private final Deque<DueMail> onHand = new ArrayDeque<>();
  /** What happened to mails, and is not in the ledger yet. */
  private final List<Delivery> unsettled = Collections.synchronizedList(new ArrayList<>());
  private Duration outage = Duration.ZERO;
  private Instant idleUntil = Instant.MIN;
  /** Its life as a bean matters at the end only: until then it sends when it is called. */
  private volatile boolean stopped;

  Dispatcher(
      MailClaims claims,
      MailGate gate,
      Postmen postmen,
      SmtpRelay relay,
      SendRates rates,
      MailSettings settings,
      Checkpoints checkpoints,
      CommonTime time) {
    this.claims = claims;
    this.gate = gate;
    this.postmen = postmen;
    this.relay = relay;
    this.rates = rates;
    this.settings = settings.requireLeaseLongerThan(relay.longestConversation());
    this.checkpoints = checkpoints;
    this.time = time;
    this.pace = new Pace(relay.connections(), settings.batch());
  }

  /** One at a time per node: who calls while another call is at work finds all done when it returns. */
  synchronized int dispatch() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("No mail is sent inside a transaction, which could be rolled back");
    }
    cleanUp();
    int tried = 0;
    while (isFit() && claim()) {
      tried += onHand.size();
      deliver();
    }
    seeWhetherTheServerIsBack();
    return tried;
  }

  /** After a fault: what is known is written down, and what was not sent is given back. */
  private void cleanUp() {
    settle();
    giveBack(NextState.pending(time.now(), "Waits again: a fault was in the way"));
  }

  private boolean isFit() {
    return !stopped && !time.now().isBefore(idleUntil);
  }

  private boolean claim() {
    time.compare();
    Instant now = time.now();
    claims.endRunOutLeases(now);
    int atMost = Math.min(settings.batch(), pace.inASecond());
    onHand.addAll(claims.claim(node, now, now.plus(settings.lease()), atMost));
    checkpoints.reached(Moment.CLAIMED);
    return !onHand.isEmpty();
  }

  private void deliver() {
    while (!onHand.isEmpty()) {
      obstacle().ifPresentOrElse(this::giveBack, this::sendWave);
    }
  }

  private void giveBack(NextState next) {
    gate.giveBack(onHand.stream().map(mail -> new Outcome(mail, next)).toList());
    onHand.clear();
  }

  /** Nobody holds a mail who cannot send it. */
  private Optional<NextState> obstacle() {
    if (stopped) {
      return Optional.of(NextState.pending(time.now(), "Waits again: the node that had it was shut down"));
    }
    Optional<String> down = relay.outage();
    down.ifPresentOrElse(this::rest, () -> outage = Duration.ZERO);
    return down.map(why -> NextState.deferred(idleUntil, "Waits for the mail server: " + why));
  }

  /** Leaves a server alone that cannot be used, the longer the more often it could not. */
  private void rest(String why) {
    Duration longer = outage.isZero() ? SHORTEST_OUTAGE : outage.multipliedBy(2);
    outage = longer.compareTo(LONGEST_OUTAGE) > 0 ? LONGEST_OUTAGE : longer;
    idleUntil = time.now().plus(outage);
    LOG.warn("The mail server cannot be used, next try in {}: {}", outage, why);
  }

  /** Even if no mail is due, so that nobody is alarmed for longer than need be. */
  private void seeWhetherTheServerIsBack() {
    if (!outage.isZero() && isFit()) {
      obstacle();
    }
  }

  private void sendWave() {
    List<DueMail> wave = onHand.stream().limit(pace.wave()).toList();
    Sifted sifted = gate.sift(wave, time.now());
    List<Sealed> sealed = postmen.seal(withinRates(sifted.going()), time.now());
    checkpoints.reached(Moment.WRITTEN);
    List<Pass> passes = letThrough(sifted, sealed.stream().map(Sealed::mail).toList());
    wave.forEach(mail -> onHand.remove());
    checkpoints.reached(Moment.LET_THROUGH);
    handOver(sealed, passes);
    checkpoints.reached(Moment.ANSWERED);
    settle();
    checkpoints.reached(Moment.SETTLED);
  }

  private void handOver(List<Sealed> sealed, List<Pass> passes) {
    long start = System.nanoTime();
    List<Kind> answers = Collections.synchronizedList(new ArrayList<>());
    postmen.handOver(sealed, passes, delivery -> {
      unsettled.add(delivery);
      answers.add(delivery.answer().kind());
    });
    pace.took(answers, Duration.ofNanos(System.nanoTime() - start));
  }

  /** If the database goes away meanwhile, it cannot be told what it kept of this. But nothing was sent. */
  private List<Pass> letThrough(Sifted sifted, List<DueMail> written) {
    Instant reserved = time.now().plus(settings.lease());
    try {
      return gate.letThrough(sifted, written, reserved);
    } catch (RuntimeException fault) {
      Answer nothingSent = new Answer(Kind.WITHHELD, "a fault was in the way");
      Instant now = time.now();
      written.forEach(mail -> unsettled.add(new Delivery(new Pass(mail, reserved), nothingSent, now)));
      throw fault;
    }
  }

  private List<DueMail> withinRates(List<DueMail> wave) {
    Instant now = time.now();
    List<DueMail> within = new ArrayList<>();
    List<Outcome> held = new ArrayList<>();
    for (DueMail mail : wave) {
      rates.holdUntil(mail.address(), mail.mailClass() == MailClass.SERVICE, now).ifPresentOrElse(
          until -> held.add(new Outcome(mail, NextState.deferred(until, "Waits for the server's rate limit"))),
          () -> within.add(mail));
    }
    gate.giveBack(held);
    return within;
  }

  /** What a mail server answered must be written down, even if the database is away for a while. */
  private void settle() {
    List<Delivery> deliveries = List.copyOf(unsettled);
    if (!deliveries.isEmpty()) {
      try {
        gate.settle(deliveries, time.now());
      } catch (DataIntegrityViolationException oneIsOdd) {
        deliveries.forEach(this::settleAlone);
      }
      synchronized (unsettled) {
        unsettled.subList(0, deliveries.size()).clear(); // what came in meanwhile stays
      }
    }
  }

  /** What the database will not take must not keep the others from it. Its lease will end it. */
  private void settleAlone(Delivery delivery) {
    try {
      gate.settle(List.of(delivery), time.now());
    } catch (DataIntegrityViolationException odd) {
      LOG.error("What became of mail {} cannot be kept: {}, {}", delivery.mail().key(), delivery.answer().kind(),
          odd.getClass().getName());
    }
  }

  @Override
  public void start() {
    stopped = false;
  }

  /** Finishes the wave that is under way, and gives back the mails that are not. */
  @Override
  public void stop() {
    stopped = true;
    leaveNothingBehind();
  }

  private synchronized void leaveNothingBehind() {
    try {
      cleanUp();
    } catch (DataAccessException | TransactionException away) {
      LOG.warn("Other nodes will take over {} mails when their leases end", onHand.size(), away);
    }
  }

  @Override
  public boolean isRunning() {
    return !stopped;
  }
}
