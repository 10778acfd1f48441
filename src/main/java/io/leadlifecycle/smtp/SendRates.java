package io.leadlifecycle.smtp;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many mails a minute the server is to be given, in all and for one recipient's domain. Per node. No minute
 * ever gets more than its number; if more wait, each gets at least nine tenths of it.
 */
@Component
public class SendRates {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perMinuteAndDomain;
  private final @Nullable SendRate all;
  private final Map<String, SendRate> domains = new HashMap<>();
  private Instant lastAsked = Instant.MIN;
  private Instant lastTidied = Instant.MIN;

  public SendRates(RelaySettings settings) {
    this.all = settings.perMinute() == 0 ? null : new SendRate(settings.perMinute());
    this.perMinuteAndDomain = settings.perMinuteAndDomain();
  }

  /**
   * Asks to send one mail now. A mail that may go counts; one that may not is to ask again. Those that may not
   * are called one after the other, as fast as they may go; urgent ones before all others.
   *
   * @return empty if it may go now, else when it should ask again
   */
  public synchronized Optional<Instant> holdUntil(String address, boolean urgent, Instant now) {
    follow(now);
    List<SendRate.Line> lines =
        Stream.of(all, ofDomain(address)).filter(Objects::nonNull).map(rate -> rate.line(urgent)).toList();
    Optional<Instant> held = lines.stream()
        .filter(line -> !line.moves(now))
        .map(SendRate.Line::nextTurn)
        .max(Instant::compareTo);
    if (held.isEmpty()) {
      lines.forEach(line -> line.count(now));
    }
    return held;
  }

  private @Nullable SendRate ofDomain(String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return perMinuteAndDomain == 0
        ? null
        : domains.computeIfAbsent(domain, unknown -> new SendRate(perMinuteAndDomain));
  }

  /** A clock that was put back takes all that was counted and promised with it. */
  private void follow(Instant now) {
    if (now.isBefore(lastAsked)) {
      Duration back = Duration.between(lastAsked, now);
      Stream.concat(Stream.ofNullable(all), domains.values().stream()).forEach(rate -> rate.shift(back));
      lastTidied = lastTidied.plus(back);
    }
    lastAsked = now;
    if (!now.isBefore(lastTidied.plus(MINUTE))) {
      domains.values().removeIf(rate -> rate.isIdle(now));
      lastTidied = now;
    }
  }

  synchronized int knownDomains() {
    return domains.size();
  }
}
