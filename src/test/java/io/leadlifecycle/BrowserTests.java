package io.leadlifecycle;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole program as people see it: reps, operators and leads, each in a browser. */
class BrowserTests extends BrowserScenario {

  private static final String TASKLIST = "/camunda/app/tasklist/";

  @Test
  void showsARepTheirLists() {
    Page sam = sam(TASKLIST);

    assertThat(sam.locator(".task-filter .name"))
        .containsText(new String[] {"My leads", "To qualify", "To research", "To call", "Overdue"});
  }

  @Test
  void letsARepResearchALead() {
    String address = fresh("bau.example");
    String lead = capture(business(address, "Erika"));
    Page sam = sam(TASKLIST);

    openTask(sam, "To research", "Erika Muster");
    assertThat(card(sam, "Erika Muster")).containsText("Bau AG");
    assertThat(sam.locator(".fjs-form")).containsText("Erika Muster");
    assertThat(sam.locator(".fjs-form")).containsText("Bau AG · " + address);
    assertThat(sam.getByLabel("Homepage")).hasValue("https://bau.example");

    sam.getByText("Claim", exactly()).click();
    sam.getByLabel("Direct dial").fill("+49 30 5550117");
    button(sam, "Complete").click();

    assertThat(card(sam, "Erika Muster")).hasCount(0);
    sam.navigate("/leads/" + lead);
    assertThat(sam.locator("dl.facts")
        .filter(new FilterOptions().setHasText("Direct dial"))).containsText("+49 30 5550117");
    assertThat(sam.locator(".timeline")).containsText("Being researched");
  }

  @Test
  void letsARepStartALead() {
    String address = fresh("keller-metall.example");
    Page sam = sam(TASKLIST);

    sam.getByText("Start process", exactly()).click();
    Locator dialog = sam.locator(".modal-dialog");
    dialog.getByText("Lead lifecycle").click();
    dialog.getByLabel("E-mail address").fill(address);
    dialog.getByLabel("First name").fill("Jonas");
    dialog.getByLabel("Last name").fill("Keller");
    dialog.getByLabel("Company").fill("Keller Metall AG");
    dialog.getByRole(AriaRole.BUTTON)
        .filter(new FilterOptions().setHasText(Pattern.compile("^\\s*Start\\s*$")))
        .click();
    assertThat(dialog).hasCount(0);

    sam.navigate("/leads");
    sam.getByText("Jonas Keller").click();
    assertThat(sam.getByRole(AriaRole.HEADING, named("Jonas Keller"))).isVisible();
    assertThat(sam.locator("main")).containsText(address);
  }

  @Test
  void showsAnOperatorWhereLeadsAre() {
    capture(business(fresh("pumpenbau.example"), "Katrin"));
    Page admin = person("admin", "/camunda/app/cockpit/");

    admin.navigate("/camunda/app/cockpit/default/#/processes");
    admin.getByRole(AriaRole.LINK, named("Lead lifecycle")).click();

    assertThat(admin.locator(".djs-element[data-element-id=Activity_EnrichLead]")).isVisible();
    assertThat(admin.locator(".djs-overlays[data-container-id=Activity_EnrichLead] .badge").first())
        .hasText(Pattern.compile("[1-9]\\d*"));
  }

  @Test
  void letsAnAdministratorAdmitAMachineAndDismissIt() {
    Page admin = person("admin", "/leads");
    admin.getByRole(AriaRole.LINK, named("API clients")).click();

    admin.getByLabel("Name, of letters and digits").fill("Website");
    admin.getByLabel("Start leads, by our API or the engine's").check();
    button(admin, "Admit").click();

    assertThat(admin.locator("#key")).containsText("leads_");
    Locator website = admin.locator("#client-Website");
    assertThat(website).containsText("Start leads");

    website.locator("summary").getByText("New key").click();
    button(admin, "Make a new key").click();
    assertThat(website).containsText("Former key until");

    website.locator("summary").getByText("Dismiss").click();
    button(admin, "End all its keys").click();
    assertThat(admin.getByRole(AriaRole.STATUS)).containsText("Website is dismissed");
    assertThat(website).hasCount(0);
  }

  @Test
  void takesALeadsYesAndItsNo() {
    String address = fresh("alpenpack.example");
    String lead = capture(agreeing(address, "Maria", "Alpenpack GmbH"));
    Page maria = sam("/sandbox");

    confirm(maria, address);
    maria.navigate("/leads/" + lead);
    assertThat(consent(maria)).containsText("Given");

    advance("P7D");
    openLatestMail(maria, address);
    Page goodbye = follow(maria, "nsubscribe");
    button(goodbye, "Unsubscribe").click();
    assertThat(goodbye.getByRole(AriaRole.HEADING, named("You are unsubscribed"))).isVisible();
    maria.navigate("/leads/" + lead);
    assertThat(consent(maria)).containsText("Withdrawn");
  }

  @Test
  void showsAHostileNameAsText() {
    String name = "<img src=x onerror=alert(1)>{{7*7}}${7*7}";
    String address = fresh("hostile.example");
    String lead = capture(agreeing(address, name, "<b>Bau</b> AG"));
    Page sam = sam("/leads/" + lead);
    List<String> dialogs = new ArrayList<>();
    sam.context().onDialog(dialog -> {
      dialogs.add(dialog.message());
      dialog.dismiss();
    });

    assertIsText(sam.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)), name);
    confirm(sam, address);
    sam.navigate(TASKLIST);
    openTask(sam, "To research", name);
    assertIsText(card(sam, name), name);
    assertIsText(sam.locator(".fjs-form"), name);
    assertIsText(sam.locator(".fjs-form"), "<b>Bau</b> AG");

    advance("P7D");
    openLatestMail(sam, address);
    assertIsText(sam.frameLocator("iframe").locator("body"), name);
    assertThat(dialogs).isEmpty();
  }

  private static void assertIsText(Locator place, String text) {
    assertThat(place).containsText(text);
    assertThat(place.locator("img[src=x], b:text-is('Bau')")).hasCount(0);
  }

  private static Page sam(String path) {
    return person("sam", path);
  }

  private static Page person(String user, String path) {
    return logIn(window(), user, path);
  }

  private static void openTask(Page rep, String list, String lead) {
    rep.locator(".task-filters").getByText(list).click();
    card(rep, lead).getByText("Research lead").click();
    assertThat(rep.locator(".fjs-form")).containsText(lead);
  }

  private static Locator card(Page rep, String lead) {
    return rep.locator(".tasks-list li.task").filter(new FilterOptions().setHasText(lead));
  }

  /** The sandbox's list does not reload itself: the mail must have arrived before it is opened. */
  private void confirm(Page reader, String address) {
    advance("PT1S");
    openLatestMail(reader, address);
    Page page = follow(reader, "Confirm");
    button(page, "Yes, I confirm").click();
    assertThat(page.getByRole(AriaRole.HEADING, named("Thank you"))).isVisible();
  }

  private static void openLatestMail(Page reader, String address) {
    reader.navigate("/sandbox");
    reader.locator("tr").filter(new FilterOptions().setHasText(address)).first()
        .getByRole(AriaRole.LINK).click();
  }

  private static Page follow(Page reader, String link) {
    return reader.waitForPopup(
        () -> reader.frameLocator("iframe").getByRole(AriaRole.LINK)
            .filter(new FilterOptions().setHasText(link)).click());
  }

  private static Locator consent(Page page) {
    return page.locator("section").filter(new FilterOptions().setHasText("Consent to mails"));
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static Map<String, ?> business(String address, String firstName) {
    return Map.of(
        "email", address, "firstName", firstName, "lastName", "Muster", "company", "Bau AG", "country", "DE",
        "industry", "Manufacturing", "employees", 120, "website", "https://bau.example",
        "offer", OFFER);
  }

  private static Map<String, ?> agreeing(String address, String firstName, String company) {
    return Map.of(
        "email", address, "firstName", firstName, "company", company, "country", "DE", "locale", "en",
        "industry", "Packaging", "employees", 150, "offer", OFFER, "consent", true);
  }
}
