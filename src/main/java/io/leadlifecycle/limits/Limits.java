package io.leadlifecycle.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadlifecycle.limits.LimitTable.Bound;
import io.leadlifecycle.privacy.Forgetful;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what may not happen too often, for all nodes together. */
@Component
@Transactional
public class Limits implements Forgetful {

  /** No limit looks back further. */
  private static final Duration MEMORY = Duration.ofDays(30);

  private final LimitTable table;
  private final SecretKeySpec secret;
  private final Clock clock;
  private final AtomicInteger turn = new AtomicInteger();

  Limits(LimitTable table, LimitSettings settings, Clock clock) {
    this.table = table;
    this.secret = new SecretKeySpec(settings.secret().getBytes(UTF_8), "HmacSHA256");
    this.clock = clock;
  }

  /**
   * Lets it happen if all limits of all subjects allow it, and counts it then. Of any number that ask at once, no
   * more than the limits allow are let through. Counts in the caller's transaction, which holds others off the
   * same subjects until it ends. A limit of a thousand or more is counted in shares that take turns, so that few
   * wait for each other: shortly before it is met, it may say no already.
   *
   * @return false if it is too much: nothing is counted then
   */
  public boolean take(Limited... all) {
    int number = turn.getAndIncrement();
    List<Limited> shares = Arrays.stream(all).map(each -> each.share(number)).toList();
    List<String> subjects = shares.stream().map(share -> hash(share.subject())).toList();
    table.takeTurn(subjects);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean allowed = areWithin(shares, now);
    if (allowed) {
      table.add(subjects, now);
    }
    return allowed;
  }

  /** Whether it would be let through now, whichever share comes next; counts nothing. */
  @Transactional(readOnly = true)
  public boolean allows(Limited what) {
    return areWithin(what.shares(), clock.instant());
  }

  /** Counts something that has happened, whatever the limits say. */
  public void note(String subject) {
    table.add(List.of(hash(subject)), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** Forgets what is older than any limit looks back. */
  @Override
  public void forget() {
    table.deleteUntil(clock.instant().minus(MEMORY));
  }

  private boolean areWithin(List<Limited> all, Instant now) {
    return !table.isAnyMet(all.stream()
        .flatMap(each -> each.limits().stream()
            .map(limit -> new Bound(hash(each.subject()), now.minus(limit.in()), limit.most())))
        .toList());
  }

  private String hash(String subject) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(subject.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java knows HMAC with SHA-256", e);
    }
  }
}
