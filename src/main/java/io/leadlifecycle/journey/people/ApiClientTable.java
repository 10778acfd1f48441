package io.leadlifecycle.journey.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The API clients and the hashes of their keys. */
@Component
class ApiClientTable {

  private final JdbcClient jdbc;

  ApiClientTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ApiClient> byHash(String hash, Instant now) {
    return select(now, "where name = (select client from api_key where key_hash = :hash"
            + " and (valid_until is null or valid_until > :now))")
        .param("hash", hash)
        .query((row, number) -> client(row))
        .optional();
  }

  List<ApiClient> all(Instant now) {
    return select(now, "order by name").query((row, number) -> client(row)).list();
  }

  private JdbcClient.StatementSpec select(Instant now, String which) {
    return jdbc.sql(
            "select name, scopes, created_at, last_used_at, (select max(valid_until) from api_key"
                + " where client = name and valid_until > :now) former_until from api_client " + which)
        .param("now", utc(now));
  }

  void insert(ApiClient client) {
    jdbc.sql("insert into api_client (name, scopes, created_at) values (:name, :scopes, :created)")
        .param("name", client.name())
        .param("scopes", client.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(" ")))
        .param("created", utc(client.created()))
        .update();
  }

  void insertKey(String client, String hash) {
    jdbc.sql("insert into api_key (key_hash, client) values (:hash, :client)")
        .param("hash", hash)
        .param("client", client)
        .update();
  }

  /** Keys that end sooner still do. */
  void endKeys(String client, Instant at) {
    jdbc.sql("update api_key set valid_until = :at where client = :client and valid_until is null")
        .param("at", utc(at))
        .param("client", client)
        .update();
  }

  void deleteKeys(String client) {
    jdbc.sql("delete from api_key where client = :client").param("client", client).update();
  }

  void deleteKey(String hash) {
    jdbc.sql("delete from api_key where key_hash = :hash").param("hash", hash).update();
  }

  /** @return whether there was such a client; its keys go with it */
  boolean delete(String name) {
    return jdbc.sql("delete from api_client where name = :name").param("name", name).update() > 0;
  }

  /** Makes changes of one client wait for each other until the transaction ends. */
  boolean lock(String name) {
    return jdbc.sql("select 1 from api_client where name = :name for update")
        .param("name", name)
        .query(Integer.class)
        .optional()
        .isPresent();
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
        scopes(row),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("last_used_at")),
        instant(row.getTimestamp("former_until")));
  }

  /** A key from the environment may do everything. What a newer node wrote, and we do not know, is not for us. */
  private static Set<Scope> scopes(ResultSet row) throws SQLException {
    Set<Scope> scopes = EnumSet.allOf(Scope.class);
    if (!row.getString("name").equals(ApiClient.FROM_ENVIRONMENT)) {
      List<String> names = List.of(row.getString("scopes").split(" "));
      scopes.removeIf(scope -> !names.contains(scope.name()));
    }
    return scopes;
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
