package io.leadlifecycle.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts for operators what this node made of mails, once the ledger says so for good. */
final class Tally {

  private static final Duration[] LATENESS = {
    Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10),
    Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
    Duration.ofHours(1)
  };

  private Tally() {}

  static void of(Outcome outcome) {
    MailClass mailClass = outcome.mail().mailClass();
    of(mailClass, outcome.next().to(), 1);
    if (outcome.next().to() == MailState.SENT && outcome.next().sentAt() != null) {
      Duration late = Duration.between(outcome.mail().due(), outcome.next().sentAt());
      onceCommitted(() -> lateness(mailClass).record(late.isNegative() ? Duration.ZERO : late));
    }
  }

  static void of(MailClass mailClass, MailState state, int mails) {
    if (mails > 0) {
      onceCommitted(() -> counter(mailClass, state).increment(mails));
    }
  }

  private static Counter counter(MailClass mailClass, MailState state) {
    return Counter.builder("leads.mails")
        .description("What this node made of mails: a mail counts each time that its state changes or it is put off")
        .tag("class", tag(mailClass))
        .tag("state", tag(state))
        .register(Metrics.globalRegistry);
  }

  private static Timer lateness(MailClass mailClass) {
    return Timer.builder("leads.mails.lateness")
        .description("From when a mail was due until the mail server took it")
        .tag("class", tag(mailClass))
        .serviceLevelObjectives(LATENESS)
        .register(Metrics.globalRegistry);
  }

  static String tag(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static void onceCommitted(Runnable count) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      count.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        count.run();
      }
    });
  }
}
