package io.leadlifecycle.journey.people;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who knocks at our doors, by HTTP and with a jar for cookies. */
public class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NEVER).build();
  private final int port;
  private @Nullable String authorization;
  private @Nullable String token;
  private String accepted = "*/*";

  Visitor(int port) {
    this.port = port;
  }

  Visitor showing(String header) {
    authorization = header;
    return this;
  }

  Visitor accepting(String type) {
    accepted = type;
    return this;
  }

  Visitor named(String user, String password) {
    String both = user + ":" + password;
    return showing("Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
  }

  /** Logs in at our own door, and from then on shows nothing but the cookie. */
  public Visitor logIn(String user, String password) {
    HttpResponse<String> entered = enter(user, password);
    if (entered.statusCode() != 302 || target(entered).contains("error")) {
      throw new IllegalStateException(user + " was not let in");
    }
    return this;
  }

  HttpResponse<String> enter(String user, String password) {
    return submit("/login", Map.of("username", user, "password", password, "_csrf", token()));
  }

  /** Shows from now on what a page of ours would give a form against forgery. */
  Visitor withToken() {
    token = token();
    return this;
  }

  private String token() {
    Matcher found = TOKEN.matcher(get("/login").body());
    found.find();
    return found.group(1);
  }

  public HttpResponse<String> get(String path) {
    return ask("GET", path);
  }

  HttpResponse<String> ask(String method, String path) {
    return send(to(path).method(method, BodyPublishers.noBody()));
  }

  public HttpResponse<String> postJson(String path, String body) {
    return post(path, "application/json", BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(String method, String path, String body) {
    return send(method, path, "application/json", BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(String method, String path, String type, BodyPublisher body) {
    return send(to(path).header("Content-Type", type).method(method, body));
  }

  HttpResponse<String> submit(String path, Map<String, String> fields) {
    String form = fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    return post(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
  }

  /** Tries to deploy a harmless model. */
  HttpResponse<String> deploy(String path) {
    String body = """
        --b\r
        Content-Disposition: form-data; name="deployment-name"\r
        \r
        trojan\r
        --b\r
        Content-Disposition: form-data; name="data"; filename="trojan.bpmn"\r
        \r
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
          <process id="trojan" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="start"/>
          </process>
        </definitions>\r
        --b--\r
        """;
    return post(path, "multipart/form-data; boundary=b", BodyPublishers.ofString(body));
  }

  static String target(HttpResponse<?> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  HttpResponse<String> post(String path, String type, String body) {
    return post(path, type, BodyPublishers.ofString(body));
  }

  HttpResponse<String> post(String path, String type, BodyPublisher body) {
    return send("POST", path, type, body);
  }

  /** The engine's web applications want their cookie back as a header. */
  private Optional<String> webappsToken() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  private HttpRequest.Builder to(String path) {
    URI uri = URI.create("http://localhost:" + port + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", accepted);
    webappsToken().ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie));
    if (token != null) {
      request.header("X-CSRF-TOKEN", token);
    }
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
