package io.leadlifecycle.mail;

import io.leadlifecycle.mail.MailNode.Orders;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link MailNode} in a JVM of its own, which can be killed, stopped in its tracks, and woken. */
final class NodeProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final BufferedWriter input;

  private NodeProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
    this.input = process.outputWriter();
  }

  static NodeProcess start(Orders orders) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", System.getProperty("java.class.path"), "-Xmx160m", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
        MailNode.class.getName()));
    command.addAll(List.of(orders.arguments()));
    try {
      return new NodeProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says so. */
  NodeProcess awaits(String word) throws IOException {
    String line = output.readLine();
    while (line != null && !line.contains(word)) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("The node ended before it said: " + word);
    }
    return this;
  }

  void say(String word) throws IOException {
    input.write(word + "\n");
    input.flush();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The node does not end");
    }
    return process.exitValue();
  }

  /** With {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  void stop() throws IOException, InterruptedException {
    signal("STOP");
  }

  void wake() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).inheritIO().start().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
