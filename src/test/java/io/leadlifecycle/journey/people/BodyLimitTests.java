package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

class BodyLimitTests extends House {

  private static final int MEGABYTE = 1024 * 1024;
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String UPLOAD = "multipart/form-data; boundary=b";
  private static final String DEPLOY = "/engine-rest/deployment/create";

  /** How a body travels: with its length told before, or in chunks. */
  private static final Map<String, Function<String, BodyPublisher>> WAYS = Map.of(
      "whole", BodyPublishers::ofString,
      "chunked", body -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes())));

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
      "/api/leads, application/json",
      "/api/leads, application/x-www-form-urlencoded",
      "/engine-rest/message, application/json",
      "/engine-rest/process-definition/key/lead-lifecycle/start, application/json",
      "/engine-rest/task, application/json",
      "/engine-rest/task/1/variables/x/data, multipart/form-data; boundary=b",
      "/camunda/api/engine/engine/default/message, application/json",
      "/camunda/api/engine/engine/default/deployment/create, multipart/form-data; boundary=b",
      "/camunda/api/admin/auth/user/default/login/welcome, application/x-www-form-urlencoded",
      "/forms/ebook-process-automation, application/x-www-form-urlencoded",
      "/forms/ebook-process-automation, multipart/form-data; boundary=b",
      "/unsubscribe/nobody, application/x-www-form-urlencoded",
      "/track, text/plain",
      "/login, application/x-www-form-urlencoded",
      "/sandbox/api/clock, application/json",
      "/nowhere, application/octet-stream"})
  void refusesALargeBodyAtEveryDoor(String path, String type) {
    String body = content(type, MEGABYTE + 1);
    WAYS.forEach((way, publisher) -> assertThat(machine().post(path, type, publisher.apply(body)))
        .as(way)
        .satisfies(BodyLimitTests::isTooLarge));
  }

  /** Models are posted in parts, and only they may be larger. */
  @ParameterizedTest
  @CsvSource({
      "PUT, application/x-www-form-urlencoded",
      "PATCH, application/x-www-form-urlencoded",
      "DELETE, application/x-www-form-urlencoded",
      "PUT, multipart/form-data; boundary=b",
      "POST, application/x-www-form-urlencoded",
      "POST, application/json",
      "POST, multipart/mixed; boundary=b"})
  void refusesWhatOnlyLooksLikeADeployment(String method, String type) {
    String body = content(type, MEGABYTE + 1);
    WAYS.forEach((way, publisher) -> assertThat(stranger().send(method, DEPLOY, type, publisher.apply(body)))
        .as(way)
        .satisfies(BodyLimitTests::isTooLarge));
  }

  /** The server reads none of these itself, so its own limit does not count. */
  @ParameterizedTest
  @ValueSource(strings = {
      "application/x-www-form-urlencodedX", "Application/X-WWW-Form-Urlencoded", "multipart/mixed; boundary=b",
      "multipart/form-dataX; boundary=b"})
  void refusesALargeBodyOfAnOddType(String type) {
    WAYS.forEach((way, publisher) -> Stream.of("/api/leads", "/engine-rest/%6dessage", "/track").forEach(path ->
        assertThat(machine().post(path, type, publisher.apply(content(type, MEGABYTE + 1))))
            .as(path + " " + way)
            .satisfies(BodyLimitTests::isTooLarge)));
  }

  @Test
  void refusesALargeUploadToTheEngineByACodedPath() {
    String body = content(UPLOAD, MEGABYTE + 1);
    WAYS.forEach((way, publisher) -> assertThat(
        machine().post("/%65ngine-rest/task/1/variables/x/data", UPLOAD, publisher.apply(body)))
        .as(way)
        .satisfies(BodyLimitTests::isTooLarge));
  }

  @Test
  void takesABodyOfJustTheLimit() {
    WAYS.forEach((way, publisher) -> {
      String lead = "{\"email\": \"%s@bau.example\"}".formatted(way);
      String body = lead + " ".repeat(MEGABYTE - lead.length());

      assertThat(machine().post("/api/leads", JSON, publisher.apply(body)).statusCode()).as(way).isEqualTo(201);
    });
  }

  @Test
  void readsFormsThatComeInChunks() {
    String form = "email=form%40bau.example&company=Bau+AG";

    HttpResponse<String> inChunks = stranger().post(
        "/forms/ebook-process-automation", FORM, WAYS.get("chunked").apply(form));
    HttpResponse<String> atOnce = stranger().post("/forms/ebook-process-automation", FORM, form);

    assertThat(inChunks.statusCode()).isEqualTo(atOnce.statusCode());
    assertThat(inChunks.body()).contains("form@bau.example");
  }

  @Test
  void readsAStartOfTheEngineThatComesInChunks() {
    String start = "{\"variables\": {\"email\": {\"value\": \"engine@bau.example\"}}}";

    assertThat(machine().post("/engine-rest/process-definition/key/lead-lifecycle/start", JSON,
        WAYS.get("chunked").apply(start)).statusCode()).isEqualTo(200);
  }

  @Test
  void takesLargerModels() {
    String model = deployment(3 * MEGABYTE);

    WAYS.forEach((way, publisher) -> assertThat(
        person("admin").post(DEPLOY, UPLOAD, publisher.apply(model)).statusCode()).as(way).isEqualTo(200));
  }

  @Test
  void refusesModelsThatAreTooLarge() throws IOException {
    String model = deployment(10 * MEGABYTE + 1);

    assertThat(person("admin").post(DEPLOY, UPLOAD, WAYS.get("chunked").apply(model)))
        .satisfies(BodyLimitTests::isTooLarge);
    assertThat(announcing(10 * MEGABYTE + 1, "admin:" + PASSWORD)).contains(" 413");
  }

  /** Who has not logged in cannot make us hold ten megabytes: not even their size is looked at. */
  @Test
  void looksAtModelsBehindTheLoginOnly() throws IOException {
    assertThat(announcing(10 * MEGABYTE + 1, "nobody:wrong")).contains(" 401");
  }

  private static void isTooLarge(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":413", " bytes");
  }

  private static String content(String type, int size) {
    String filling = "x".repeat(size);
    return type.equals(UPLOAD)
        ? "--b\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\n" + filling + "\r\n--b--\r\n"
        : type.equals(FORM) ? "field=" + filling : filling;
  }

  private static String deployment(int size) {
    return "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"notes.txt\"\r\n\r\n"
        + "x".repeat(size) + "\r\n--b--\r\n";
  }

  /** Says how much will follow, and what it is answered before it does. */
  private String announcing(int size, String login) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      String both = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write("""
          POST %s HTTP/1.1\r
          Host: localhost\r
          Authorization: Basic %s\r
          Content-Type: %s\r
          Content-Length: %d\r
          \r
          """.formatted(DEPLOY, both, UPLOAD, size).getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
  }
}
