package io.leadlifecycle.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM of its own, with the class path and the heap that all who are measured have. It gets orders, one a line,
 * and answers each with a line that begins with {@link #ANSWER}; what else it says goes to the standard error.
 */
final class ChildJvm implements AutoCloseable {

  static final String ANSWER = "bench: ";

  private static final String COMPILED = "compiled";

  /** What the child does on an order. */
  interface Orders {

    /** @return one line */
    String follow(String order) throws Exception;
  }

  private final Process process;
  private final BufferedReader output;
  private final BufferedWriter input;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader();
    this.input = process.outputWriter();
  }

  static ChildJvm start(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", System.getProperty("java.class.path"), "-Xmx512m", main.getName()));
    command.addAll(List.of(arguments));
    try {
      return new ChildJvm(new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has done so. */
  String ask(String order) {
    try {
      input.write(order + "\n");
      input.flush();
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(ANSWER)) {
        return line.substring(ANSWER.length());
      }
      System.err.println(line);
    }
    throw new IllegalStateException("The child ended before its answer");
  }

  /** How long its compilers have worked until now, waits for a core included. */
  Duration compiled() {
    return Duration.ofMillis(Long.parseLong(ask(COMPILED)));
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** In the child: follows the orders of its parent, and ends with them, or with the first that fails. */
  static void obey(Orders orders) {
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String order = lines.readLine(); order != null; order = lines.readLine()) {
        System.out.println(ANSWER + (order.equals(COMPILED) ? millisecondsOfCompilers() : orders.follow(order)));
      }
      Runtime.getRuntime().halt(0);
    } catch (Exception | Error e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static long millisecondsOfCompilers() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
  }
}
