package io.leadlifecycle.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leadlifecycle.LeadLifecycle;
import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.smtp.MailSink;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.jdbc.PgConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program as an operator starts it, on PostgreSQL and with a mail server on this machine. */
class ProductionServerTests {

  private static final String ADMIN = basic("admin:Open-7-sesame");
  private static final String KEY = "Bearer leads_a-key-for-tests";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static MailSink relay;
  private static ConfigurableApplicationContext program;

  @BeforeAll
  static void start() {
    relay = new MailSink(Clock.systemUTC());
    SpringApplication application = new SpringApplication(LeadLifecycle.class);
    application.setAdditionalProfiles("production");
    program = application.run(arguments());
  }

  private static String[] arguments() {
    Map<String, String> settings = new LinkedHashMap<>(ProductionTests.COMPLETE);
    settings.putAll(Map.of(
        "spring.datasource.url", TestDatabases.postgresUrl(),
        "spring.datasource.username", "postgres",
        "leads.mail.relay.host", "127.0.0.1",
        "leads.mail.relay.starttls", "false",
        "leads.mail.relay.port", "" + relay.port(),
        "leads.api-key", "leads_a-key-for-tests",
        "server.port", "0",
        "LEADS_MANAGEMENT_PORT", "0"));
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  @AfterAll
  static void stop() throws IOException {
    program.close();
    relay.close();
  }

  @Test
  void showsHealthToAnybodyOnItsOwnPort() {
    HttpResponse<String> health = management("/actuator/health", null);

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("UP");
  }

  @Test
  void showsMetricsToAdministratorsAndToMachinesThatMayReadThem() {
    assertThat(management("/actuator/prometheus", null).statusCode()).isEqualTo(401);
    assertThat(management("/actuator/prometheus", basic("nobody:wrong")).statusCode()).isEqualTo(401);
    assertThat(management("/actuator/prometheus", ADMIN).body()).contains("jvm_memory_used_bytes");
    assertThat(management("/actuator/prometheus", KEY).body()).contains("jvm_memory_used_bytes");
  }

  /** Each setting that is not the default, where it has arrived. */
  @Test
  void isSetUpForMuchWork() throws SQLException {
    HikariDataSource database = program.getBean(HikariDataSource.class);
    try (Connection connection = database.getConnection()) {
      assertThat(connection.unwrap(PgConnection.class).getQueryExecutor().isReWriteBatchedInsertsEnabled()).isTrue();
      assertThat(connection.unwrap(PgConnection.class).getPrepareThreshold()).isEqualTo(5);
    }
    assertThat(database.getMaximumPoolSize()).isEqualTo(24);
    assertThat(management("/actuator/prometheus", KEY).body()).contains(
        "executor_pool_max_threads{name=\"camundaTaskExecutor\"} 8.0",
        "executor_active_threads{name=\"camundaTaskExecutor\"}",
        "executor_queued_tasks{name=\"camundaTaskExecutor\"}",
        "executor_queue_remaining_tasks{name=\"camundaTaskExecutor\"}",
        "hikaricp_connections_max{pool=\"");
  }

  @Test
  void forgetsAtNightWhatEndedLongAgo() {
    HistoryService history = program.getBean(HistoryService.class);

    assertThat(history.findHistoryCleanupJobs()).isNotEmpty()
        .allSatisfy(job -> assertThat(job.getDuedate()).isInTheFuture());
    history.findHistoryCleanupJobs()
        .forEach(job -> program.getBean(ManagementService.class).executeJob(job.getId()));
  }

  @Test
  void bindsOperationToThisMachine() {
    assertThat(program.getEnvironment().getProperty("management.server.address")).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/actuator/prometheus"})
  void showsNothingOfOperationOnItsPublicPort(String path) {
    assertThat(outside(path, ADMIN).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs.yaml", "/swagger-ui/index.html"})
  void describesItsApiToNobody(String path) {
    assertThat(outside(path, KEY).statusCode()).isEqualTo(404);
  }

  @Test
  void hasNoSandbox() {
    assertThat(outside("/sandbox/api/mails", ADMIN).statusCode()).isEqualTo(404);
    assertThat(program.getBeanDefinitionNames()).noneMatch(name -> name.startsWith("sandbox") && !name.endsWith("Door"));
  }

  @Test
  void showsMarketingItsMailsAllTheSame() {
    assertThat(program.getBeanDefinitionNames()).contains("letterController", "funnelController", "playbookController");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/camunda/app/welcome/default/"})
  void tellsBrowsersToComeByHttpsOnly(String path) {
    HttpResponse<String> page = outside(path, ADMIN);

    assertThat(page.headers().allValues("Strict-Transport-Security")).hasSize(1)
        .first().asString().contains("max-age=31536000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/camunda/app/welcome/default/"})
  void givesCookiesThatTravelByHttpsOnly(String path) {
    List<String> cookies = outside(path, null).headers().allValues("Set-Cookie");

    assertThat(cookies).isNotEmpty().allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
  }

  private static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> management(String path, @Nullable String login) {
    return get("local.management.port", path, login);
  }

  /** As through the proxy that speaks https to the world. */
  private static HttpResponse<String> outside(String path, @Nullable String login) {
    return get("local.server.port", path, login);
  }

  private static HttpResponse<String> get(String port, String path, @Nullable String login) {
    URI address = URI.create("http://127.0.0.1:" + program.getEnvironment().getProperty(port) + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address).header("X-Forwarded-Proto", "https");
    if (login != null) {
      request.header("Authorization", login);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
