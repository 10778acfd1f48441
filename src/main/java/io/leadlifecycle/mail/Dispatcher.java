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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes what is due from the ledger to the mail server, in waves, two at a time if there is much: while one waits for
 * the database, the other is with the mail server. A node that dies leaves no more than these behind of which nobody
 * knows whether they arrived.
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
  /** Claimed, and in no wave yet. Whoever takes from it or adds to it holds its lock. */
  private final Deque<DueMail> onHand = new ArrayDeque<>();
  /** What happened to mails, and is not in the ledger yet. */
  private final List<Delivery> unsettled = Collections.synchronizedList(new ArrayList<>());
  private int claimed;
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
    claimed = 0;
    try (SecondLane second = new SecondLane(() -> send(() -> {}))) {
      send(second::open);
    }
    seeWhetherTheServerIsBack();
    return claimed;
  }

  /**
   * One wave after the other, until nothing is left that can be sent.
   *
   * @param help is called when one wave at a time is not enough
   */
  private void send(Runnable help) {
    for (List<DueMail> wave = nextWave(); !wave.isEmpty(); wave = nextWave()) {
      if (pace.isFull(wave.size())) {
        help.run();
      }
      sendWave(wave);
    }
  }

  /** After a fault: what is known is written down, and what was not sent is given back. */
  private void cleanUp() {
    settle();
    giveBack(NextState.pending(time.now(), "Waits again: a fault was in the way"));
  }

  private boolean isFit() {
    return !stopped && !time.now().isBefore(idleUntil);
  }

  private List<DueMail> nextWave() {
    synchronized (onHand) {
      if (onHand.isEmpty() && isFit()) {
        claim();
      }
      if (!onHand.isEmpty()) {
        obstacle().ifPresent(this::giveBack);
      }
      return Stream.generate(onHand::poll).limit(pace.wave()).takeWhile(Objects::nonNull).toList();
    }
  }

  private void claim() {
    time.compare();
    Instant now = time.now();
    claims.endRunOutLeases(now);
    int atMost = Math.min(settings.batch(), pace.inASecond());
    onHand.addAll(claims.claim(node, now, now.plus(settings.lease()), atMost));
    claimed += onHand.size();
    checkpoints.reached(Moment.CLAIMED);
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

  private void sendWave(List<DueMail> wave) {
    Ready ready = prepare(wave);
    checkpoints.reached(Moment.LET_THROUGH);
    handOver(ready);
    checkpoints.reached(Moment.ANSWERED);
    settle();
    checkpoints.reached(Moment.SETTLED);
  }

  private record Ready(List<Sealed> sealed, List<Pass> passes) {}

  private Ready prepare(List<DueMail> wave) {
    try {
      Sifted sifted = gate.sift(wave, time.now());
      List<Sealed> sealed = postmen.seal(withinRates(sifted.going()), time.now());
      checkpoints.reached(Moment.WRITTEN);
      return new Ready(sealed, letThrough(sifted, sealed.stream().map(Sealed::mail).toList()));
    } catch (RuntimeException | Error fault) {
      synchronized (onHand) {
        onHand.addAll(wave);
      }
      throw fault;
    }
  }

  private void handOver(Ready ready) {
    long start = System.nanoTime();
    List<Kind> answers = Collections.synchronizedList(new ArrayList<>());
    postmen.handOver(ready.sealed(), ready.passes(), delivery -> {
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
    List<Delivery> deliveries = takeUnsettled();
    try {
      settle(deliveries);
    } catch (RuntimeException | Error fault) {
      unsettled.addAll(deliveries);
      throw fault;
    }
  }

  /** Nobody else settles these; what comes in meanwhile stays. */
  private List<Delivery> takeUnsettled() {
    synchronized (unsettled) {
      List<Delivery> deliveries = List.copyOf(unsettled);
      unsettled.clear();
      return deliveries;
    }
  }

  private void settle(List<Delivery> deliveries) {
    if (!deliveries.isEmpty()) {
      try {
        gate.settle(deliveries, time.now());
      } catch (DataIntegrityViolationException oneIsOdd) {
        deliveries.forEach(this::settleAlone);
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
