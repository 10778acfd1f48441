package io.leadlifecycle.journey.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The machines that may talk to us, each with keys of which we keep only the hash. */
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

  /** The client with this key, noted as used. In no transaction: it is asked for with each request. */
  Optional<ApiClient> byKey(String key) {
    Optional<ApiClient> found = table.byHash(Secrets.hash(key), now());
    found.filter(this::isNoteDue).ifPresent(client -> table.used(client.name(), now()));
    return found;
  }

  /** All of them, by name. */
  List<ApiClient> all() {
    return table.all(now());
  }

  /** Gives a client of this name all scopes and this key, in place of another client or key of that name. */
  @Transactional
  void admit(String name, String key) {
    String hash = Secrets.hash(key);
    if (table.byHash(hash, now()).filter(client -> client.name().equals(name)).isEmpty()) {
      table.delete(name);
      table.deleteKey(hash);
      enter(ApiClient.fresh(name, EnumSet.allOf(Scope.class), now()), hash);
    }
  }

  /**
   * Takes a new client in.
   *
   * @return its key, which nobody learns a second time
   */
  @Transactional
  String admit(String name, Set<Scope> scopes) {
    ApiClient client = ApiClient.fresh(name, scopes, now());
    if (client.isFromEnvironment()) {
      throw new NameTaken(name);
    }
    String key = Secrets.apiKey();
    enter(client, Secrets.hash(key));
    return key;
  }

  /**
   * Gives a client a new key. Those that it had go on working for a while, so that a machine can be moved over
   * without a gap.
   *
   * @param overlap how long; with none, they end at once
   * @return the new key, or nothing if there is no such client or its key is not ours to change
   */
  @Transactional
  Optional<String> renew(String name, Duration overlap) {
    if (name.equals(ApiClient.FROM_ENVIRONMENT) || !table.lock(name)) {
      return Optional.empty();
    }
    endKeys(name, overlap);
    String key = Secrets.apiKey();
    table.insertKey(name, Secrets.hash(key));
    return Optional.of(key);
  }

  /** @return whether there was such a client; from now on none of its keys works on any node */
  @Transactional
  boolean dismiss(String name) {
    return table.delete(name);
  }

  private void enter(ApiClient client, String hash) {
    try {
      table.insert(client);
    } catch (DuplicateKeyException taken) {
      throw new NameTaken(client.name());
    }
    table.insertKey(client.name(), hash);
  }

  private void endKeys(String name, Duration overlap) {
    if (overlap.isZero()) {
      table.deleteKeys(name);
    } else {
      table.endKeys(name, now().plus(overlap));
    }
  }

  private boolean isNoteDue(ApiClient client) {
    Instant last = client.lastUsed();
    return last == null || last.plus(NOTED_EVERY).isBefore(now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
