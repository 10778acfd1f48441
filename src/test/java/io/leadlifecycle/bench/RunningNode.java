package io.leadlifecycle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A {@link LeadNode} as its parent sees it. @param startUp from the start of its JVM until it took orders */
record RunningNode(ChildJvm process, int port, Duration startUp) implements AutoCloseable {

  static RunningNode start(String database, CountingSink mails) {
    Map<String, String> settings = Settings.inProduction(database, mails.port());
    long began = System.nanoTime();
    ChildJvm process = ChildJvm.start(LeadNode.class, settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new));
    int port = Integer.parseInt(process.ask("port"));
    return new RunningNode(process, port, Duration.ofNanos(System.nanoTime() - began));
  }

  void go() {
    process.ask("go");
  }

  void rest() {
    process.ask("rest");
  }

  double heapInMegabytes() {
    return Long.parseLong(process.ask("heap")) / 1e6;
  }

  /** What the machine gives it, heap and all else. */
  double residentInMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1e3)
          .findFirst().orElse(Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
