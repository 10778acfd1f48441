package io.leadlifecycle;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** The whole program, a browser to visit it with, and another system that brings leads. */
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "leads.admin-password=" + BrowserScenario.PASSWORD,
      "leads.sample-password=" + BrowserScenario.PASSWORD,
      "leads.api-key=" + BrowserScenario.KEY
    })
@DirtiesContext
abstract class BrowserScenario {

  static final String PASSWORD = "Open-7-sesame";
  static final String KEY = "leads_a-key-for-browsers";
  static final String OFFER = "ebook-process-automation";

  private static final int PORT = TestSocketUtils.findAvailableTcpPort();
  private static final String HOME = "http://localhost:" + PORT;
  private static final int PATIENCE = 60_000;

  private static Browser browser;
  private static APIRequestContext api;

  @DynamicPropertySource
  static void isFoundHere(DynamicPropertyRegistry settings) {
    String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    settings.add("spring.datasource.url", () -> database);
    settings.add("server.port", () -> PORT);
    settings.add("leads.public-address", () -> HOME);
  }

  @BeforeAll
  static void open() {
    browser = Browser.open();
    api = browser.machine(HOME, KEY);
    setDefaultAssertionTimeout(PATIENCE);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    ClockUtil.reset();
  }

  static Page window() {
    return browser.window(HOME);
  }

  /** Comes to that page, and has to log in. */
  static Page logIn(Page page, String user, String path) {
    page.navigate(path);
    page.getByLabel("User").fill(user);
    page.getByLabel("Password").fill(PASSWORD);
    button(page, "Log in").click();
    assertThat(page).not().hasURL(Pattern.compile(".*/login.*"));
    return page;
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }

  static String fresh(String domain) {
    return "lead-" + UUID.randomUUID() + "@" + domain;
  }

  /** @return the new lead's id */
  static String capture(Map<String, ?> lead) {
    var answer = api.post("/api/leads", RequestOptions.create().setData(lead));
    assertThat(answer.status()).isEqualTo(201);
    String location = answer.headers().get("location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  static void advance(String time) {
    var answer = api.post(
        "/sandbox/api/clock",
        RequestOptions.create().setData(Map.of("advance", time)).setTimeout(PATIENCE));
    assertThat(answer.status()).isEqualTo(200);
  }
}
