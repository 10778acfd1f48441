package io.leadlifecycle;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No page asks a browser for what its Content-Security-Policy forbids, and all work under it. */
class ContentPolicyTests extends BrowserScenario {


  /** Chromium tells of most violations on the console, also in frames, but not of those that a script catches. */
  private static final String TELLING =
      "document.addEventListener('securitypolicyviolation', it => console.error("
          + "'Content Security Policy: ' + it.violatedDirective + ' ' + it.blockedURI + ' ' + it.sourceFile))";

  private static final Pattern VIOLATION = Pattern.compile("(?i)content security policy");

  /** AngularJS tries once whether it may make scripts of text, and does without if not. */
  private static final Pattern PROBE = Pattern.compile("script-src eval http://\\S+/camunda/lib/deps\\.js$");

  private final List<String> violations = new CopyOnWriteArrayList<>();

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
    Page page = window();
    watch(page);
    return logIn(page, user, "/login");
  }

  private void watch(Page page) {
    page.addInitScript(TELLING);
    page.onConsoleMessage(message -> {
      if (VIOLATION.matcher(message.text()).find() && !PROBE.matcher(message.text()).find()) {
        violations.add(page.url() + ": " + message.text());
      }
    });
  }

  private static String capture(boolean consent) {
    return capture("Bau AG", consent);
  }

  private static String capture(String company, boolean consent) {
    return capture(Map.of(
        "email", fresh("bau.example"), "firstName", "Erika", "lastName", "Muster",
        "company", company, "country", "DE", "locale", "en", "industry", "Manufacturing", "employees", 120,
        "offer", OFFER, "consent", consent));
  }
}
