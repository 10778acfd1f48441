package io.leadlifecycle.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadlifecycle.privacy.Forgetful;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
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

  Limits(LimitTable table, LimitSettings settings, Clock clock) {
    this.table = table;
    this.secret = new SecretKeySpec(settings.secret().getBytes(UTF_8), "HmacSHA256");
    this.clock = clock;
  }

  /**
   * Lets it happen if all limits of all subjects allow it, and counts it then. Of any number that ask at once, no more
   * than the limits allow are let through. Counts in the caller's transaction, which holds others off the same subjects
   * until it ends.
   *
   * @return false if it is too much: nothing is counted then
   */
  public boolean take(Limited... all) {
    table.takeTurn(Arrays.stream(all).map(each -> hash(each.subject())).toList());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean allowed = Arrays.stream(all).allMatch(each -> isWithin(hash(each.subject()), each.limits(), now));
    if (allowed) {
      Arrays.stream(all).forEach(each -> table.add(hash(each.subject()), now));
    }
    return allowed;
  }

  /** Whether it would be let through now; counts nothing. */
  @Transactional(readOnly = true)
  public boolean allows(Limited what) {
    return isWithin(hash(what.subject()), what.limits(), clock.instant());
  }

  /** Counts something that has happened, whatever the limits say. */
  public void note(String subject) {
    table.add(hash(subject), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** Forgets what is older than any limit looks back. */
  @Override
  public void forget() {
    table.deleteUntil(clock.instant().minus(MEMORY));
  }

  private boolean isWithin(String subject, Collection<Limit> limits, Instant now) {
    return limits.stream().allMatch(limit -> table.count(subject, now.minus(limit.in())) < limit.most());
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
