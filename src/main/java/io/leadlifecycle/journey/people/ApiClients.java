package io.leadlifecycle.journey.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The machines that may talk to us, each with a key of which we keep only the hash. */
@Component
class ApiClients {

  /** Finer than this nobody wants to know it, and each note is a write in the way of a request. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final ApiClientTable table;
  private final Clock clock;

  ApiClients(ApiClientTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** The client with this key, noted as used. */
  @Transactional
  Optional<ApiClient> byKey(String key) {
    Optional<ApiClient> found = table.byHash(Secrets.hash(key));
    found.filter(this::isNoteDue).ifPresent(client -> table.used(client.name(), now()));
    return found;
  }

  /** Gives a client of this name all scopes and this key, in place of another that it had. */
  @Transactional
  void admit(String name, String key) {
    String hash = Secrets.hash(key);
    if (table.byHash(hash).isEmpty()) {
      table.delete(name);
      table.insert(new ApiClient(name, EnumSet.allOf(Scope.class), now(), null), hash);
    }
  }

  @Transactional
  void dismiss(String name) {
    table.delete(name);
  }

  private boolean isNoteDue(ApiClient client) {
    Instant last = client.lastUsed();
    return last == null || last.plus(NOTED_EVERY).isBefore(now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
