package io.leadlifecycle;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** No page asks a browser for what its Content-Security-Policy forbids, and all work under it. */
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:policy;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
      "leads.admin-password=" + ContentPolicyTests.PASSWORD,
      "leads.sample-password=" + ContentPolicyTests.PASSWORD,
      "leads.api-key=" + ContentPolicyTests.KEY
    })
@DirtiesContext
class ContentPolicyTests {

  static final String PASSWORD = "Open-7-sesame";
  static final String KEY = "leads_a-key-for-policies";

  private static final int PORT = TestSocketUtils.findAvailableTcpPort();
  private static final String HOME = "http://localhost:" + PORT;
  private static final int PATIENCE = 60_000;
  private static final String OFFER = "ebook-process-automation";

  /** Chromium tells of most violations on the console, also in frames, but not of those that a script catches. */
  private static final String TELLING =
      "document.addEventListener('securitypolicyviolation', it => console.error("
          + "'Content Security Policy: ' + it.violatedDirective + ' ' + it.blockedURI + ' ' + it.sourceFile))";

  private static final Pattern VIOLATION = Pattern.compile("(?i)content security policy");

  /** AngularJS tries once whether it may make scripts of text, and does without if not. */
  private static final Pattern PROBE = Pattern.compile("script-src eval http://\\S+/camunda/lib/deps\\.js$");

  private static Browser browser;
  private static APIRequestContext api;

  private final List<String> violations = new CopyOnWriteArrayList<>();

  @DynamicPropertySource
  static void isFoundHere(DynamicPropertyRegistry settings) {
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

  @Test
  void holdsOnPagesForPeople() {
    String lead = capture(true);
    Page admin = person("admin");

    for (String page : List.of(
        "/leads", "/leads/" + lead, "/leads/" + lead + "/consent", "/leads/" + lead + "/consent/withdrawal",
        "/funnel", "/playbook", "/playbook/letters", "/mails", "/privacy", "/privacy/leads/" + lead,
        "/privacy/leads/" + lead + "/erase", "/sandbox", "/whatever")) {
      admin.navigate(page);
      assertThat(admin.locator("h1")).isVisible();
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void holdsOnPagesForLeads() {
    capture(true);
    advance("PT1S");
    Page reader = person("admin");
    reader.navigate("/sandbox");
    reader.locator("tbody").getByRole(AriaRole.LINK).first().click();
    Page confirm = reader.waitForPopup(() ->
        reader.frameLocator("iframe").getByRole(AriaRole.LINK)
            .filter(new FilterOptions().setHasText("Confirm")).click());
    watch(confirm);
    confirm.reload();
    assertThat(button(confirm, "Yes, I confirm")).isVisible();

    for (String page : List.of("/forms/" + OFFER, "/confirm/x", "/unsubscribe/x", "/preferences/x", "/login")) {
      reader.navigate(page);
      assertThat(reader.locator("h1")).isVisible();
    }
    assertThat(violations).isEmpty();
  }

  @Test
  void letsATaskBeDoneInTasklist() {
    String company = "Bau " + UUID.randomUUID();
    capture(company, false);
    Page sam = person("sam");

    Response tasklist = sam.navigate("/camunda/app/tasklist/");
    assertThat(tasklist.headerValue("Content-Security-Policy"))
        .containsPattern("script-src 'nonce-[^']+' 'strict-dynamic';")
        .doesNotContain("unsafe-eval");
    sam.locator(".task-filters").getByText("To research").click();
    Locator card = sam.locator(".tasks-list li.task").filter(new FilterOptions().setHasText(company));
    card.getByText("Research lead").click();
    assertThat(sam.locator(".fjs-form")).containsText(company);
    sam.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
    sam.getByLabel("Direct dial").fill("+49 30 5550117");
    button(sam, "Complete").click();

    assertThat(card).hasCount(0);
    assertThat(violations).isEmpty();
  }

  @Test
  void letsAnOperatorReadADiagramInCockpit() {
    capture(false);
    Page admin = person("admin");

    admin.navigate("/camunda/app/cockpit/default/#/processes");
    admin.getByRole(AriaRole.LINK, named("Lead lifecycle")).click();

    assertThat(admin.locator(".djs-element[data-element-id=Activity_EnrichLead]")).isVisible();
    assertThat(violations).isEmpty();
  }

  private Page person(String user) {
    Page page = browser.window(HOME);
    watch(page);
    page.navigate("/login");
    page.getByLabel("User").fill(user);
    page.getByLabel("Password").fill(PASSWORD);
    button(page, "Log in").click();
    assertThat(page).not().hasURL(Pattern.compile(".*/login.*"));
    return page;
  }

  private void watch(Page page) {
    page.addInitScript(TELLING);
    page.onConsoleMessage(message -> {
      if (VIOLATION.matcher(message.text()).find() && !PROBE.matcher(message.text()).find()) {
        violations.add(page.url() + ": " + message.text());
      }
    });
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }

  private static String capture(boolean consent) {
    return capture("Bau AG", consent);
  }

  private static String capture(String company, boolean consent) {
    var answer = api.post("/api/leads", RequestOptions.create().setData(Map.of(
        "email", "lead-" + UUID.randomUUID() + "@bau.example", "firstName", "Erika", "lastName", "Muster",
        "company", company, "country", "DE", "locale", "en", "industry", "Manufacturing", "employees", 120,
        "offer", OFFER, "consent", consent)));
    assertThat(answer.status()).isEqualTo(201);
    String location = answer.headers().get("location");
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static void advance(String time) {
    var answer = api.post(
        "/sandbox/api/clock",
        RequestOptions.create().setData(Map.of("advance", time)).setTimeout(PATIENCE));
    assertThat(answer.status()).isEqualTo(200);
  }
}
