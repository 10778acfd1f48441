package io.leadlifecycle.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.LeadLifecycle;
import io.leadlifecycle.journey.SandboxClock;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.smtp.SandboxInbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Our program, taking one lead after the other to where it waits for its first mail, as most leads get there. */
final class Nursery implements AutoCloseable {

  private static final Pattern CONFIRM = Pattern.compile("https://leads\\.bench\\.example(/confirm/[\\w.-]+)");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext program;

  /** @param database of PostgreSQL; it gets our tables if it has none */
  Nursery(String database) {
    SpringApplication application = new SpringApplication(LeadLifecycle.class);
    program = application.run(Settings.inSandbox(database).entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new));
  }

  /** Downloads an e-book, agrees to mails and confirms it; nobody finds the time to research it. */
  LeadId raise(String address) {
    LeadId lead = capture(address);
    settle();
    confirm(address);
    settle();
    execute(lead, "Event_ResearchSkipped");
    settle();
    return lead;
  }

  private LeadId capture(String address) {
    String body = post("/api/leads", "application/json", """
        {"email": "%s", "firstName": "Erika", "lastName": "Muster", "company": "Bau AG", "country": "DE",
         "industry": "Manufacturing", "employees": 120, "customerType": "B2B", "consent": true,
         "offer": "ebook-process-automation"}""".formatted(address));
    try {
      return LeadId.of(new ObjectMapper().readTree(body).path("id").asText());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void confirm(String address) {
    String text = bean(SandboxInbox.class).mails().stream()
        .filter(mail -> mail.to().contains(address)).findFirst().orElseThrow().text();
    Matcher link = CONFIRM.matcher(text);
    if (!link.find()) {
      throw new IllegalStateException("No link to confirm in: " + text);
    }
    post(link.group(1), "application/x-www-form-urlencoded", "");
  }

  /** Does all that is due, and what that makes due. */
  void settle() {
    bean(SandboxClock.class).advance(Duration.ofMillis(1));
  }

  /** Lets a timer of that lead fall due at once. */
  void execute(LeadId lead, String timer) {
    bean(ManagementService.class).executeJob(timer(lead, timer).getId());
  }

  Job timer(LeadId lead, String timer) {
    return bean(ManagementService.class).createJobQuery()
        .processInstanceId(process(lead)).activityId(timer).singleResult();
  }

  String process(LeadId lead) {
    return bean(RuntimeService.class).createProcessInstanceQuery()
        .processInstanceBusinessKey(lead.toString()).singleResult().getId();
  }

  <T> T bean(Class<T> type) {
    return program.getBean(type);
  }

  private String post(String path, String type, String body) {
    String port = program.getEnvironment().getProperty("local.server.port");
    URI address = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(address)
        .headers("Authorization", "Bearer " + Settings.KEY, "Content-Type", type)
        .POST(BodyPublishers.ofString(body))
        .build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    program.close();
    ClockUtil.reset();
  }
}
