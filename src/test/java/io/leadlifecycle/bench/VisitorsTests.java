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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitorsTests {

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
    assertThat(sixCalls(visitors("/chunks", 200, 1)).nanos()).hasSize(6);
    assertThat(sixCalls(visitors("/length", 200, 1)).nanos()).hasSize(6);
    assertThat(doors).hasSize(2);
  }

  @Test
  void sayEachNumberOnce() {
    sixCalls(visitors("/length", 200, 3));

    assertThat(bodies).containsExactlyInAnyOrderElementsOf(
        IntStream.range(0, 6).mapToObj(VisitorsTests::body).toList());
  }

  @Test
  void countNothingWhereOneAnswerIsNotWhatIsExpected() {
    assertThatThrownBy(() -> sixCalls(visitors("/every-second", 201, 1)))
        .hasRootCauseMessage("/every-second answered with 200");
  }

  @Test
  void callAsManyTimesAsTheyAreTold() {
    assertThat(visitors("/length", 200, 3).rush(number, 7).nanos()).hasSize(7);
    assertThat(bodies).hasSize(7);
  }

  @Test
  void callNoMoreOftenThanTheyShall() {
    Answers answers = sixCalls(visitors("/length", 200, 2));

    assertThat(bodies).hasSize(6);
    assertThat(answers.millisecondsOf(0.99)).isGreaterThanOrEqualTo(answers.millisecondsOf(0.5)).isPositive();
  }

  private Answers sixCalls(Visitors visitors) {
    return visitors.pace(number, Duration.ofMillis(300), 20);
  }

  private static String body(int number) {
    return "{\"ä\": " + number + "}";
  }

  private Visitors visitors(String path, int expected, int connections) {
    return new Visitors(server.getAddress().getPort(), connections, path, VisitorsTests::body, expected);
  }
}
