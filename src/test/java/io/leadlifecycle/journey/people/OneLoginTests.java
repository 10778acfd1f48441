package io.leadlifecycle.journey.people;

import static io.leadlifecycle.journey.people.Visitor.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Our pages and the engine's web applications have one login and one logout. */
class OneLoginTests extends House {

  private static final String USER = "/camunda/api/admin/auth/user/default";

  @Test
  void takesPeopleWhereTheyWanted() {
    Visitor sam = stranger();
    sam.get("/camunda/app/tasklist/default/");

    assertThat(target(sam.enter("sam", PASSWORD))).endsWith("/camunda/app/tasklist/default/");
  }

  @Test
  void takesPeopleToTheirOwnPageOtherwise() {
    Map.of("sam", "/leads", "mia", "/funnel", "petra", "/privacy", "omar", "/mails", "admin", "/leads")
        .forEach((person, page) -> {
          assertThat(target(stranger().enter(person, PASSWORD))).endsWith(page);
          Visitor within = stranger().logIn(person, PASSWORD);
          assertThat(target(within.get("/"))).endsWith(page);
          assertThat(within.get(page).statusCode()).as(person).isNotIn(302, 401, 403);
        });
  }

  @Test
  void opensTheWebApplicationsToo() {
    assertThat(stranger().logIn("mia", PASSWORD).get(USER).body())
        .contains("\"userId\":\"mia\"", "cockpit")
        .doesNotContain("tasklist", "\"admin\"");
  }

  @Test
  void opensOurPagesFromTheFormOfTheWebApplications() {
    Visitor sam = stranger();

    HttpResponse<String> entered = inTasklist(sam, "sam", PASSWORD);

    assertThat(target(entered)).endsWith(USER);
    assertThat(sam.get("/leads").statusCode()).isNotIn(302, 401, 403);
  }

  @Test
  void endsEverywhereWhenLeftInTasklist() {
    Visitor sam = stranger().logIn("sam", PASSWORD);
    sam.get("/camunda/app/tasklist/default/");

    sam.submit(USER + "/logout", Map.of());

    assertThat(target(sam.get("/leads"))).endsWith("/login");
    assertThat(sam.get(USER).statusCode()).isEqualTo(401);
  }

  @Test
  void saysNoMoreThanThatUserAndPasswordDoNotMatch() {
    assertThat(target(stranger().enter("robin", "wrong"))).endsWith("/login?error");
    assertThat(target(stranger().enter("nobody", "wrong"))).endsWith("/login?error");
    assertThat(inTasklist(stranger(), "nobody", "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void givesANewSessionIdToWhoLogsIn() {
    Visitor sam = stranger();
    sam.get("/login");
    HttpResponse<String> entered = sam.enter("sam", PASSWORD);

    assertThat(entered.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly", "SameSite=Lax"));
  }

  /** By the form that the web applications show. */
  private static HttpResponse<String> inTasklist(Visitor visitor, String user, String password) {
    return visitor.submit(USER + "/login/tasklist", Map.of("username", user, "password", password));
  }
}
