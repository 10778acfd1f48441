package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ClientPageTests extends House {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern KEY = Pattern.compile("<pre id=\"key\">(leads_[^<]+)</pre>");

  @Autowired private ApiClients clients;

  private Visitor admin;

  @BeforeEach
  void comeIn() {
    clients.all().stream()
        .filter(client -> !client.isFromEnvironment())
        .forEach(client -> clients.dismiss(client.name()));
    admin = stranger().logIn("admin", PASSWORD).withToken();
  }

  @Test
  void showsANewKeyOnceThatOpensWhatWasTicked() {
    HttpResponse<String> admitted = post("/clients", "name=Website&scopes=CAPTURE&scopes=READ");
    String key = key(admitted);

    assertThat(admitted.statusCode()).isEqualTo(200);
    assertThat(admitted.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(admin.get("/clients").body())
        .contains("Website", "Start leads", "never")
        .doesNotContain(key);
    assertThat(knocks(key, "/api/leads", "/api/leads/4711/personal-data")).containsExactly(200, 403);
    assertThat(row("Website")).doesNotContain("never", "Report what leads did");
  }

  @ParameterizedTest
  @CsvSource({
    "scopes=READ,                           Name must be",
    "name=web-site&scopes=READ,             Name must be",
    "name=Environment&scopes=READ,          Name is taken",
    "name=Taken&scopes=PRIVACY,             Name is taken",
    "name=Website,                          Scopes must be",
    "name=Website&scopes=READ&scopes=ALL,   Scopes must be",
  })
  void namesTheFieldThatIsWrongAndChangesNothing(String form, String fault) {
    clients.admit("Taken", Set.of(Scope.READ));
    List<ApiClient> before = clients.all();

    HttpResponse<String> refused = post("/clients", form);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains(fault);
    assertThat(clients.all()).isEqualTo(before);
  }

  @Test
  void keepsWhatWasFilledInWhenSomethingIsWrong() {
    assertThat(post("/clients", "name=web-site&scopes=READ").body())
        .contains("value=\"web-site\"")
        .containsPattern("value=\"READ\"\\s+checked");
  }

  @Test
  void givesANewKeyAndSaysHowLongTheFormerWorks() {
    String former = key(post("/clients", "name=Website&scopes=READ"));
    String fresh = key(post("/clients/Website/key", ""));

    assertThat(Stream.of(former, fresh).map(key -> knocks(key, "/api/offers").get(0))).containsOnly(200);
    assertThat(row("Website")).contains("Former key until");
  }

  @Test
  void endsTheFormerKeyAtOnceIfAsked() {
    String former = key(post("/clients", "name=Website&scopes=READ"));
    String fresh = key(post("/clients/Website/key", "atOnce=true"));

    assertThat(knocks(former, "/api/offers")).containsExactly(401);
    assertThat(knocks(fresh, "/api/offers")).containsExactly(200);
    assertThat(row("Website")).doesNotContain("Former key until");
  }

  @Test
  void dismissesAClientWithItsKeys() {
    String key = key(post("/clients", "name=Website&scopes=READ"));

    assertThat(post("/clients/Website/dismissal", "").statusCode()).isEqualTo(302);
    assertThat(admin.get("/clients").body()).contains("Website is dismissed").doesNotContain("client-Website");
    assertThat(knocks(key, "/api/offers")).containsExactly(401);
    assertThat(post("/clients/Website/dismissal", "").statusCode()).isEqualTo(404);
  }

  @Test
  void leavesTheEnvironmentsClientToTheEnvironment() {
    assertThat(row("Environment")).contains("LEADS_API_KEY").doesNotContain("<form");
    assertThat(post("/clients/Environment/key", "").statusCode()).isEqualTo(404);
    assertThat(post("/clients/Environment/dismissal", "").statusCode()).isEqualTo(404);
    assertThat(machine().get("/api/offers").statusCode()).isEqualTo(200);
  }

  @Test
  void takesNoButtonThatAnotherSiteMightPress() {
    clients.admit("Website", Set.of(Scope.READ));
    Visitor lured = stranger().logIn("admin", PASSWORD);

    assertThat(Stream.of("/clients", "/clients/Website/key", "/clients/Website/dismissal")
            .map(path -> lured.post(path, FORM, "name=Robot&scopes=READ").statusCode()))
        .containsOnly(403);
    assertThat(clients.all()).extracting(ApiClient::name).containsExactly("Environment", "Website");
  }

  @Test
  void logsWhoDidWhatAndNoKey(CapturedOutput log) {
    String first = key(post("/clients", "name=Website&scopes=READ"));
    String second = key(post("/clients/Website/key", ""));
    post("/clients/Website/dismissal", "");

    assertThat(log.getOut())
        .contains("admin admitted API client Website with [READ]", "admin gave API client Website a new key")
        .contains("admin dismissed API client Website")
        .doesNotContain(first, second);
  }

  @Test
  void isInTheMenuOfAdministratorsOnly() {
    assertThat(admin.get("/leads").body()).contains("href=\"/clients\"");
    assertThat(stranger().logIn("sam", PASSWORD).get("/leads").body()).doesNotContain("href=\"/clients\"");
  }

  private HttpResponse<String> post(String path, String form) {
    return admin.post(path, FORM, form);
  }

  private static String key(HttpResponse<String> page) {
    Matcher key = KEY.matcher(page.body());
    assertThat(key.find()).as(page.body()).isTrue();
    return key.group(1);
  }

  private List<Integer> knocks(String key, String... paths) {
    Visitor holder = stranger().showing("Bearer " + key);
    return Stream.of(paths).map(path -> holder.get(path).statusCode()).toList();
  }

  /** Its part of the page. */
  private String row(String client) {
    String page = admin.get("/clients").body();
    int start = page.indexOf("id=\"client-" + client);
    return page.substring(start, page.indexOf("</tr>", start));
  }
}
