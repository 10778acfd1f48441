package io.leadlifecycle;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of its own, with our tables, that can be stopped as by a loss of power, and started again. */
public final class CrashablePostgres implements AutoCloseable {

  private final File data;
  private EmbeddedPostgres server;
  private volatile boolean crashed;

  public CrashablePostgres(Path folder) {
    this.data = folder.toFile();
    start(0);
    Flyway.configure().dataSource(url(), null, null).load().migrate();
  }

  private void start(int port) {
    try {
      server = EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setPort(port)
          .setServerConfig("max_connections", "200")
          // As PostgreSQL is when nobody has told it otherwise; for tests that never crash, the server is set to be quick.
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("fsync", "on")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** What was not written to disk is gone, as are all connections. */
  public void crash() {
    try {
      long postmaster = Long.parseLong(Files.readAllLines(data.toPath().resolve("postmaster.pid")).get(0).strip());
      new ProcessBuilder("sh", "-c", "kill -QUIT " + postmaster).start().waitFor();
      ProcessHandle.of(postmaster).ifPresent(process -> process.onExit().join());
      crashed = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** On the same port, with the same data, if it had crashed. */
  public void revive() {
    if (crashed) {
      int port = server.getPort();
      close();
      start(port);
      crashed = false;
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
