package io.leadlifecycle.journey.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The API clients, found by the hash of their key. */
@Component
class ApiClientTable {

  private final JdbcClient jdbc;

  ApiClientTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ApiClient> byHash(String hash) {
    return jdbc.sql("select name, scopes, created_at, last_used_at from api_client where key_hash = :hash")
        .param("hash", hash)
        .query((row, number) -> client(row))
        .optional();
  }

  void insert(ApiClient client, String hash) {
    jdbc.sql(
            "insert into api_client (name, key_hash, scopes, created_at)"
                + " values (:name, :hash, :scopes, :created)")
        .param("name", client.name())
        .param("hash", hash)
        .param("scopes", client.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(" ")))
        .param("created", utc(client.created()))
        .update();
  }

  void delete(String name) {
    jdbc.sql("delete from api_client where name = :name").param("name", name).update();
  }

  void used(String name, Instant at) {
    jdbc.sql("update api_client set last_used_at = :at where name = :name")
        .param("at", utc(at))
        .param("name", name)
        .update();
  }

  private static ApiClient client(ResultSet row) throws SQLException {
    return new ApiClient(
        row.getString("name"),
        scopes(row.getString("scopes")),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("last_used_at")));
  }

  private static Set<Scope> scopes(String names) {
    return Arrays.stream(names.split(" ")).map(Scope::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
