package io.leadlifecycle.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadlifecycle.privacy.Forgetful;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  private final Turns turns = new Turns();

  Limits(LimitTable table, LimitSettings settings, Clock clock) {
    this.table = table;
    this.secret = new SecretKeySpec(settings.secret().getBytes(UTF_8), "HmacSHA256");
    this.clock = clock;
  }

  /**
   * Lets it happen if all limits of all subjects allow it, and counts it then. Of any number that ask at once, no
   * more than the limits allow are let through. Counts in the caller's transaction, which holds others off the
   * same subjects until it ends. A limit of a thousand or more is counted in shares that take turns, so that few
   * wait for each other: while others take the last few, it may say no already.
   *
   * @return false if it is too much: nothing is counted then
   */
  public boolean take(Limited... all) {
    List<Share> shares = Arrays.stream(all).map(this::next).toList();
    table.takeTurn(shares);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Share> withRoom = withRoom(shares, now);
    boolean allowed = withRoom.size() == shares.size();
    if (allowed) {
      table.add(withRoom.stream().map(Share::subject).toList(), now);
    }
    return allowed;
  }

  /** Whether it would be let through now; counts nothing. */
  @Transactional(readOnly = true)
  public boolean allows(Limited what) {
    return !open(shares(what).toList(), clock.instant()).isEmpty();
  }

  /** Counts something that has happened, whatever the limits say. */
  public void note(Limited what) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Share share = open(shares(what).toList(), now).stream().findFirst().orElseGet(() -> next(what));
    table.add(List.of(share.subject()), now);
  }

  /** Forgets what is older than any limit looks back. */
  @Override
  public void forget() {
    table.deleteUntil(clock.instant().minus(MEMORY));
  }

  private List<Share> withRoom(List<Share> shares, Instant now) {
    List<Share> open = open(shares, now);
    return shares.stream()
        .flatMap(share -> open.contains(share) ? Stream.of(share) : another(share, now).stream())
        .toList();
  }

  /** It is too late to wait for its turn: whoever has that may wait for ours. */
  private Optional<Share> another(Share full, Instant now) {
    List<Share> others = shares(full.of()).filter(share -> !share.equals(full)).toList();
    return open(others, now).stream()
        .filter(table::takesTurnAtOnce)
        .filter(share -> !open(List.of(share), now).isEmpty())
        .findFirst();
  }

  private List<Share> open(List<Share> shares, Instant now) {
    if (shares.isEmpty()) {
      return shares;
    }
    Set<String> met = table.met(shares.stream().flatMap(share -> share.bounds(now)).toList());
    return shares.stream().filter(share -> !met.contains(share.subject())).toList();
  }

  private Stream<Share> shares(Limited what) {
    return IntStream.range(0, what.parts()).mapToObj(number -> share(what, number));
  }

  private Share next(Limited what) {
    return share(what, turns.next(what));
  }

  private Share share(Limited what, int number) {
    Limited part = what.part(number);
    return new Share(what, hash(part.subject()), part.limits());
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
