package io.leadlifecycle.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Real time, which a test can put forward and back. */
final class OffsetClock extends Clock {

  private volatile Duration offset = Duration.ZERO;

  void jump(Duration by) {
    offset = offset.plus(by);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
