package io.leadlifecycle.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL for all that are measured, set as a sane production one is. Each gets a database of its own. */
final class BenchServer implements AutoCloseable {

  private static final Map<String, String> SETTINGS = Map.of(
      "shared_buffers", "512MB",
      "max_wal_size", "4GB",
      "checkpoint_timeout", "15min",
      // For tests, which may lose what they wrote, the embedded server is set to be quick.
      "synchronous_commit", "on",
      "fsync", "on",
      "jit", "off",
      "max_connections", "200",
      "shared_preload_libraries", "pg_stat_statements");

  private final EmbeddedPostgres server;

  BenchServer() {
    try {
      EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
      SETTINGS.forEach(builder::setServerConfig);
      server = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDBC address of an empty database, in which {@code pg_stat_statements} can be asked. */
  String freshDatabase() {
    String name = "bench" + UUID.randomUUID().toString().replace("-", "");
    JdbcClient.create(server.getPostgresDatabase()).sql("create database " + name).update();
    JdbcClient.create(server.getDatabase("postgres", name)).sql("create extension pg_stat_statements").update();
    return server.getJdbcUrl("postgres", name);
  }

  DataSource admin() {
    return server.getPostgresDatabase();
  }

  /** What was written in a whole run goes to the disk first: for its end the server is given a few seconds. */
  @Override
  public void close() {
    JdbcClient.create(admin()).sql("checkpoint").update();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
