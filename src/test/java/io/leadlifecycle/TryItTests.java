package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs {@code docs/try-it.md} as its reader does: pastes its blocks into a shell, and compares what they print. */
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:tryit;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
      "leads.admin-password=" + TryItTests.ADMIN,
      "leads.sample-password=" + TryItTests.SAMPLE,
      "leads.api-key=" + TryItTests.KEY,
      // The page counts mails from today on, and today may be the day before Christmas.
      "leads.send-hours.holidays=false"
    })
@DirtiesContext
class TryItTests {

  static final String ADMIN = "Admin-of-the-sandbox-1";
  static final String SAMPLE = "Rep-in-the-sandbox-1";
  static final String KEY = "a-key-for-the-sandbox-only-1";

  private static final Pattern STEP = Pattern.compile("```bash\\n(.*?)```\\n```text\\n(.*?)```", Pattern.DOTALL);
  private static final String MARK = "=== step ";
  private static final int PORT = freePort();

  /** What a reader pastes, and what the page says it prints. */
  private record Step(String commands, String output) {

    /** The page writes … for what differs from run to run. */
    Pattern expected() {
      return Pattern.compile(
          Stream.of(output.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
  }

  @DynamicPropertySource
  static void port(DynamicPropertyRegistry properties) {
    properties.add("server.port", () -> PORT);
  }

  @AfterAll
  static void letTheClockRun() {
    ClockUtil.reset();
  }

  @Test
  void printsWhatThePageSays() throws Exception {
    List<Step> steps = steps();
    assertThat(steps).hasSizeGreaterThan(6);

    String[] printed = run(steps).split(Pattern.quote(MARK) + "\\d+\n", -1);

    assertThat(printed).as("a shell that came to the end").hasSize(steps.size() + 1);
    for (int n = 0; n < steps.size(); n++) {
      assertThat(printed[n + 1].strip()).as("step %s: %s", n + 1, steps.get(n).commands()).matches(steps.get(n).expected());
    }
  }

  private static List<Step> steps() throws IOException {
    Matcher blocks = STEP.matcher(Files.readString(Path.of("docs/try-it.md")));
    List<Step> steps = new ArrayList<>();
    while (blocks.find()) {
      steps.add(new Step(blocks.group(1), blocks.group(2)));
    }
    return steps;
  }

  /** All blocks in one shell, as a reader has one: what a block defines, the next one uses. */
  private static String run(List<Step> steps) throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder();
    for (int n = 0; n < steps.size(); n++) {
      script.append("printf '").append(MARK).append(n + 1).append("\\n'\n").append(steps.get(n).commands()).append('\n');
    }
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", script.toString()).redirectErrorStream(true);
    shell.environment().put("AT", "http://localhost:" + PORT);
    shell.environment().put("LEADS_ADMIN_PASSWORD", ADMIN);
    shell.environment().put("LEADS_SAMPLE_PASSWORD", SAMPLE);
    shell.environment().put("LEADS_API_KEY", KEY);
    Process running = shell.start();
    String output = new String(running.getInputStream().readAllBytes());
    assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return output;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
