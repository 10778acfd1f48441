package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.MailCap.Window;
import io.leadlifecycle.calendar.MailCap;
import io.leadlifecycle.privacy.Forgetful;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets go of gates that say no more than a new one would: nothing is suppressed, nothing was asked for, and no cap
 * looks back to the newest mail. Each goes in a transaction of its own, so that nobody who holds several waits in a
 * circle.
 */
@Component
class IdleGates implements Forgetful {

  private static final int PAGE = 1_000;

  private final MailGateTable gates;
  private final CommonTime time;
  private final Duration memory;
  private final TransactionTemplate ownTransaction;

  IdleGates(MailGateTable gates, CommonTime time, MailSettings settings, PlatformTransactionManager transactions) {
    this.gates = gates;
    this.time = time;
    this.memory = longestWindow(settings);
    this.ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Also of the caps that a reader may ask for later: they count the mails of before. */
  private static Duration longestWindow(MailSettings settings) {
    Stream<MailCap> wishes = Stream.of(Frequency.values()).map(Frequency::cap);
    return Stream.concat(Stream.of(settings.cap(), settings.serviceCap()), wishes)
        .flatMap(cap -> cap.windows().stream())
        .map(Window::length)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  @Override
  public void forget() {
    Instant before = time.now().minus(memory);
    List<GateKey> page = gates.idle(before, "", PAGE);
    while (!page.isEmpty()) {
      page.forEach(key -> ownTransaction.executeWithoutResult(transaction -> gates.deleteIdle(key, before)));
      page = gates.idle(before, page.get(page.size() - 1).addressHash(), PAGE);
    }
  }
}
