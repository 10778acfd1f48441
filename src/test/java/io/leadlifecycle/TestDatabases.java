package io.leadlifecycle;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fresh, migrated databases of both kinds that the program runs on. */
public final class TestDatabases {

  private static EmbeddedPostgres server;

  private TestDatabases() {}

  /** One empty H2 and one empty PostgreSQL database, for {@code @MethodSource}. */
  public static Stream<DataSource> all() {
    return Stream.of(h2(), postgres());
  }

  public static DataSource h2() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
    return migrated(h2);
  }

  public static DataSource postgres() {
    String name = freshPostgres();
    return migrated(server().getDatabase("postgres", name));
  }

  /** The JDBC address of an empty PostgreSQL database, without our tables. */
  public static String postgresUrl() {
    return server().getJdbcUrl("postgres", freshPostgres());
  }

  private static String freshPostgres() {
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    JdbcClient.create(server().getPostgresDatabase()).sql("create database " + name).update();
    return name;
  }

  private static synchronized EmbeddedPostgres server() {
    try {
      if (server == null) {
        server = EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .start();
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataSource migrated(DataSource source) {
    Flyway.configure().dataSource(source).load().migrate();
    return source;
  }
}
