package io.leadlifecycle.mail;

import io.leadlifecycle.mail.Checkpoints.Moment;
import io.leadlifecycle.smtp.Answer.Kind;
import io.leadlifecycle.smtp.Answer;
import io.leadlifecycle.smtp.SendRates;
import io.leadlifecycle.smtp.SmtpRelay;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes what is due from the ledger to the mail server, in waves of as many mails as there are connections: a
 * node that dies leaves no more than one wave behind of which nobody knows whether it arrived.
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
  private final Clock clock;
  /** Claimed, and not yet looked at. */
  private final Deque<DueMail> onHand = new ArrayDeque<>();
  /** What happened to mails, and is not in the ledger yet. */
  private final List<Delivery> unsettled = new ArrayList<>();
  private Duration outage = Duration.ZERO;
  private Instant idleUntil = Instant.MIN;
  private volatile boolean running = true;

  Dispatcher(
      MailClaims claims,
      MailGate gate,
      Postmen postmen,
      SmtpRelay relay,
      SendRates rates,
      MailSettings settings,
      Checkpoints checkpoints,
      Clock clock) {
    this.claims = claims;
    this.gate = gate;
    this.postmen = postmen;
    this.relay = relay;
    this.rates = rates;
    this.settings = settings.requireLeaseLongerThan(relay.longestConversation());
    this.checkpoints = checkpoints;
    this.clock = clock;
  }

  /** One at a time per node: who calls while another call is at work finds all done when it returns. */
  synchronized int dispatch() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("No mail is sent inside a transaction, which could be rolled back");
    }
    settle();
    giveBack(Turn.pending(now(), "Waits again: the database was away"));
    claims.endRunOutLeases(now());
    int tried = 0;
    while (isFit() && claim()) {
      tried += onHand.size();
      deliver();
    }
    return tried;
  }

  private boolean claim() {
    onHand.addAll(claims.claim(node, now(), now().plus(settings.lease()), settings.batch()));
    checkpoints.reached(Moment.CLAIMED);
    return !onHand.isEmpty();
  }

  private boolean isFit() {
    return running && !now().isBefore(idleUntil);
  }

  private void deliver() {
    while (!onHand.isEmpty()) {
      obstacle().ifPresentOrElse(this::giveBack, () -> send(nextWave()));
    }
  }

  private List<DueMail> nextWave() {
    return Stream.generate(onHand::poll).limit(Math.min(relay.connections(), onHand.size())).toList();
  }

  private void giveBack(Turn turn) {
    gate.giveBack(List.copyOf(onHand), turn);
    onHand.clear();
  }

  /** Nobody holds a mail who cannot send it. */
  private Optional<Turn> obstacle() {
    if (!running) {
      return Optional.of(Turn.pending(now(), "Waits again: the node that had it was shut down"));
    }
    Optional<String> down = relay.outage();
    down.ifPresentOrElse(this::rest, () -> outage = Duration.ZERO);
    return down.map(why -> Turn.deferred(idleUntil, "Waits for the mail server: " + why));
  }

  /** Leaves a server alone that cannot be used, the longer the more often it could not. */
  private void rest(String why) {
    outage = outage.multipliedBy(2).compareTo(LONGEST_OUTAGE) > 0 ? LONGEST_OUTAGE : outage.multipliedBy(2);
    outage = outage.isZero() ? SHORTEST_OUTAGE : outage;
    idleUntil = now().plus(outage);
    LOG.warn("The mail server cannot be used, next try in {}: {}", outage, why);
  }

  private void send(List<DueMail> wave) {
    List<Sealed> sealed = postmen.seal(withinRates(wave), now());
    checkpoints.reached(Moment.WRITTEN);
    List<Pass> passes = letThrough(sealed.stream().map(Sealed::mail).toList());
    checkpoints.reached(Moment.LET_THROUGH);
    unsettled.addAll(postmen.handOver(sealed, passes));
    checkpoints.reached(Moment.ANSWERED);
    settle();
    checkpoints.reached(Moment.SETTLED);
  }

  /** If the database goes away meanwhile, it cannot be told what it kept of this. But nothing was sent. */
  private List<Pass> letThrough(List<DueMail> mails) {
    Instant now = now();
    Instant reserved = now.plus(settings.lease());
    try {
      return gate.letThrough(mails, now, reserved);
    } catch (DataAccessException | TransactionException away) {
      Answer nothingSent = new Answer(Kind.WITHHELD, "the database was away");
      mails.forEach(mail -> unsettled.add(new Delivery(new Pass(mail, reserved), nothingSent, now)));
      throw away;
    }
  }

  private List<DueMail> withinRates(List<DueMail> wave) {
    Instant now = now();
    List<DueMail> within = new ArrayList<>();
    for (DueMail mail : wave) {
      rates.holdUntil(mail.address(), now).ifPresentOrElse(
          until -> gate.giveBack(List.of(mail), Turn.deferred(until, "Waits for the rate limit of the mail server")),
          () -> within.add(mail));
    }
    return within;
  }

  /** What a mail server answered must be written down, even if the database is away for a while. */
  private void settle() {
    if (!unsettled.isEmpty()) {
      gate.settle(unsettled, now());
      unsettled.clear();
    }
  }

  private Instant now() {
    return SqlTime.rounded(clock.instant());
  }

  @Override
  public void start() {
    running = true;
  }

  /** Finishes the wave that is under way, and gives back the mails that are not. */
  @Override
  public void stop() {
    running = false;
    awaitEndOfWave();
  }

  private synchronized void awaitEndOfWave() {
    LOG.debug("No mail is on its way any more");
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
