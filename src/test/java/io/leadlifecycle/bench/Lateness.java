package io.leadlifecycle.bench;

import io.leadlifecycle.bench.CountingSink.Taken;
import io.leadlifecycle.bench.WaitingLeads.Batch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How late mails are taken that fall due evenly, in milliseconds, the least first. */
record Lateness(List<Long> milliseconds) {

  private static final Duration HEAD_START = Duration.ofSeconds(5);

  static Lateness of(LeadContender ours, double perSecond, Duration time) throws InterruptedException {
    int leads = (int) (perSecond * time.toSeconds());
    // Loading takes a while, too, and what is due by then would be late from the start.
    Instant from = Clock.systemUTC().instant().plus(HEAD_START).plusMillis(leads * 2L);
    Batch batch = ours.waiting().dueBetween(from, from.plus(time), leads);
    int before = ours.mails().count();
    ours.nodes().forEach(RunningNode::go);
    ours.mails().await(before + leads);
    ours.nodes().forEach(RunningNode::rest);
    return new Lateness(
        ours.mails().since(before).stream().map(mail -> late(batch, mail)).sorted().toList());
  }

  private static long late(Batch batch, Taken mail) {
    return Duration.between(batch.dueOf(mail.to()), mail.at()).toMillis();
  }

  double secondsOf(double share) {
    return milliseconds.get((int) Math.min(milliseconds.size() - 1, milliseconds.size() * share)) / 1e3;
  }
}
