package io.leadlifecycle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leadlifecycle.bench.Visitors.Answers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitorsTests {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final byte[] LONG_ANSWER = "ü".repeat(10_000).getBytes(StandardCharsets.UTF_8);

  private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
  private final Set<Integer> doors = ConcurrentHashMap.newKeySet();
  private final AtomicInteger number = new AtomicInteger();
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/chunks", call -> answer(call, 200, 0));
    server.createContext("/length", call -> answer(call, 200, LONG_ANSWER.length));
    server.createContext("/every-second", call -> answer(call, isEven() ? 201 : 200, LONG_ANSWER.length));
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    workers.shutdown();
  }

  private boolean isEven() {
    return bodies.size() % 2 == 0;
  }

  private void answer(HttpExchange call, int status, int length) throws IOException {
    doors.add(call.getRemoteAddress().getPort());
    bodies.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    call.sendResponseHeaders(status, length);
    call.getResponseBody().write(LONG_ANSWER);
    call.close();
  }

  @Test
  void understandAnswersOfAKnownLengthAndThoseInChunksOverOneConnection() {
    assertThat(visitors("/chunks", 200, 1).rush(number, SHORT).nanos()).hasSizeGreaterThan(1);
    assertThat(visitors("/length", 200, 1).rush(number, SHORT).nanos()).hasSizeGreaterThan(1);
    assertThat(doors).hasSize(2);
  }

  @Test
  void sayEachNumberOnce() {
    visitors("/length", 200, 3).rush(number, SHORT);

    assertThat(bodies).doesNotHaveDuplicates().hasSize(number.get()).contains("{\"ä\": 0}");
  }

  @Test
  void countWhatIsExpectedOnly() {
    Answers answers = visitors("/every-second", 201, 1).rush(number, SHORT);

    assertThat(answers.nanos()).hasSize(bodies.size() / 2);
    assertThatThrownBy(() -> visitors("/length", 404, 1).rush(number, SHORT))
        .hasMessage("/length never answered with 404");
  }

  @Test
  void callNoMoreOftenThanTheyShall() {
    Answers answers = visitors("/length", 200, 2).pace(number, SHORT, 20);

    assertThat(answers.nanos()).hasSize(6);
    assertThat(answers.millisecondsOf(0.99)).isGreaterThanOrEqualTo(answers.millisecondsOf(0.5)).isPositive();
  }

  private Visitors visitors(String path, int expected, int connections) {
    return new Visitors(server.getAddress().getPort(), connections, path, n -> "{\"ä\": " + n + "}", expected);
  }
}
