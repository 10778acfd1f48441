package io.leadlifecycle.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sandbox's clock: runs like any other, and can be moved forward. It stays ahead over a restart. */
@Component
@ConditionalOnProperty(name = "leads.sandbox", matchIfMissing = true)
public class SandboxClock implements SmartLifecycle {

  private static final Duration FARTHEST = Duration.ofDays(400);

  private final FastForward fastForward;
  private final JobExecutor jobExecutor;
  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile boolean running;

  SandboxClock(FastForward fastForward, ProcessEngine engine, JdbcClient jdbc, Clock clock) {
    this.fastForward = fastForward;
    this.jobExecutor =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The time as the program sees it. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * Lets so much time pass, and does what falls due in it.
   *
   * @throws IllegalArgumentException if that is not forward, or more than 400 days
   */
  public synchronized Instant advance(Duration time) {
    if (time.isNegative() || time.isZero() || time.compareTo(FARTHEST) > 0) {
      throw new IllegalArgumentException("advance: must be more than nothing and at most " + FARTHEST.toDays() + " days");
    }
    boolean executing = jobExecutor.isActive();
    jobExecutor.shutdown();
    try {
      fastForward.to(now().plus(time));
    } finally {
      run(now());
      if (executing) {
        jobExecutor.start();
      }
    }
    return now();
  }

  /** Lets the clock run on from that instant. */
  private void run(Instant from) {
    long ahead = from.toEpochMilli() - System.currentTimeMillis();
    ClockUtil.offset(ahead);
    jdbc.sql("update sandbox_clock set ahead_ms = ?").param(ahead).update();
  }

  @Override
  public void start() {
    ClockUtil.offset(jdbc.sql("select ahead_ms from sandbox_clock").query(Long.class).single());
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before anything that looks at the time. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
