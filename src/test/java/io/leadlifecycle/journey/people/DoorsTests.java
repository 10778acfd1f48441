package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes in where. A door tells people to log in, and machines that it does not know them. */
class DoorsTests extends House {

  enum Answer {
    /** Let in, whatever stands behind the door. */
    IN,
    /** Sent to the page to log in. */
    LOGIN,
    /** 401. */
    WHO,
    /** 403. */
    NO,
    /** 400. */
    ODD;

    static Answer of(HttpResponse<?> response) {
      return switch (response.statusCode()) {
        case 401 -> WHO;
        case 403 -> NO;
        case 400 -> ODD;
        case 302 -> Visitor.target(response).endsWith("/login") ? LOGIN : IN;
        default -> IN;
      };
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      # request                                          | stranger | sam   | mia   | admin | key
      GET    /                                           | LOGIN    | IN    | IN    | IN    | IN
      GET    /login                                      | IN       | IN    | IN    | IN    | IN
      GET    /leads                                      | LOGIN    | IN    | NO    | IN    | NO
      GET    /leads/4711                                 | LOGIN    | IN    | NO    | IN    | NO
      POST   /leads/4711                                 | NO       | NO    | NO    | NO    | NO
      GET    /mails                                      | LOGIN    | NO    | NO    | IN    | NO
      POST   /mails/a:1/resend                           | NO       | NO    | NO    | NO    | NO
      GET    /privacy                                    | LOGIN    | NO    | NO    | IN    | NO
      GET    /privacy/leads/4711                         | LOGIN    | NO    | NO    | IN    | NO
      POST   /privacy                                    | NO       | NO    | NO    | NO    | NO
      POST   /privacy/leads/4711/erase                   | NO       | NO    | NO    | NO    | NO
      GET    /api/leads/4711/personal-data               | WHO      | NO    | NO    | IN    | IN
      GET    /funnel                                     | LOGIN    | IN    | IN    | IN    | NO
      GET    /playbook                                   | LOGIN    | IN    | IN    | IN    | NO
      GET    /playbook/letters                           | LOGIN    | IN    | IN    | IN    | NO
      GET    /sandbox                                    | LOGIN    | IN    | IN    | IN    | NO
      POST   /sandbox/clock                              | NO       | NO    | NO    | NO    | NO
      GET    /swagger-ui.html                            | LOGIN    | IN    | IN    | IN    | IN
      GET    /swagger-ui/index.html                      | LOGIN    | IN    | IN    | IN    | IN
      GET    /v3/api-docs                                | LOGIN    | IN    | IN    | IN    | IN
      GET    /css/site.css                               | IN       | IN    | IN    | IN    | IN
      GET    /favicon.ico                                | IN       | IN    | IN    | IN    | IN
      GET    /forms/an-offer                             | IN       | IN    | IN    | IN    | IN
      POST   /confirm/a-token                            | IN       | IN    | IN    | IN    | IN
      POST   /unsubscribe/a-token                        | IN       | IN    | IN    | IN    | IN
      GET    /preferences/a-token                        | IN       | IN    | IN    | IN    | IN
      GET    /track                                      | IN       | IN    | IN    | IN    | IN
      GET    /actuator/health                            | IN       | IN    | IN    | IN    | IN
      GET    /actuator                                   | WHO      | NO    | NO    | IN    | NO
      GET    /actuator/prometheus                        | WHO      | NO    | NO    | IN    | NO
      GET    /actuator/heapdump                          | WHO      | NO    | NO    | IN    | NO
      GET    /api/leads                                  | WHO      | IN    | IN    | IN    | IN
      GET    /api/mails                                  | WHO      | NO    | NO    | IN    | IN
      POST   /api/mails/a:1/resend                       | WHO      | NO    | NO    | IN    | IN
      DELETE /api/leads/4711                             | WHO      | NO    | NO    | IN    | IN
      GET    /api/leads/4711/consent                     | WHO      | IN    | NO    | IN    | IN
      PUT    /api/leads/4711/consent                     | WHO      | NO    | NO    | IN    | IN
      POST   /api/leads/4711/consent/withdrawal          | WHO      | NO    | NO    | IN    | IN
      GET    /sandbox/api/mails                          | WHO      | IN    | IN    | IN    | IN
      GET    /engine-rest                                | WHO      | IN    | IN    | IN    | IN
      GET    /engine-rest/process-definition             | WHO      | IN    | IN    | IN    | IN
      GET    /engine-rest/engine/default/task            | WHO      | IN    | IN    | IN    | IN
      GET    /camunda/app/tasklist/default/              | LOGIN    | IN    | NO    | IN    | LOGIN
      GET    /camunda/app/cockpit/default/               | LOGIN    | NO    | IN    | IN    | LOGIN
      GET    /camunda/app/admin/default/                 | LOGIN    | NO    | NO    | IN    | LOGIN
      GET    /camunda/api/engine/engine/default/task     | WHO      | IN    | IN    | IN    | WHO
      GET    /camunda/api/admin/auth/user/default        | WHO      | IN    | IN    | IN    | WHO
      GET    /h2-console                                 | NO       | NO    | NO    | NO    | NO
      GET    /Engine-Rest/engine                         | NO       | NO    | NO    | NO    | NO
      GET    /whatever                                   | NO       | NO    | NO    | NO    | NO
      GET    //engine-rest/engine                        | ODD      | ODD   | ODD   | ODD   | ODD
      GET    /engine-rest;x=y/engine                     | ODD      | ODD   | ODD   | ODD   | ODD
      """)
  void letInWhoMay(String request, Answer stranger, Answer sam, Answer mia, Answer admin, Answer key) {
    String method = request.split(" +")[0];
    String path = request.split(" +")[1];
    assertThat(
            Stream.of(stranger(), caller("sam", path), caller("mia", path), caller("admin", path), machine())
                .map(visitor -> Answer.of(visitor.ask(method, path))))
        .containsExactly(stranger, sam, mia, admin, key);
  }

  @Test
  void askMachinesForAKeyInsteadOfSendingThemToAPage() {
    assertThat(Stream.of("/api/leads", "/engine-rest/task").map(stranger()::get))
        .allSatisfy(refused -> {
          assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
          assertThat(refused.body()).contains("\"status\":401", "Authorization: Bearer");
        });
  }

  @Test
  void knowNoKeyThatWasNeverGiven() {
    Visitor forger = stranger().showing("Bearer leads_made-up");

    assertThat(
            Stream.of("/api/leads", "/engine-rest/task", "/v3/api-docs", "/actuator/health").map(forger::get))
        .extracting(HttpResponse::statusCode)
        .containsOnly(401);
  }

  @Test
  void letCaptureAndActivitiesComeFromKeysAndAdministratorsOnly() {
    Function<Visitor, Stream<Answer>> posts = visitor ->
        Stream.of("/api/leads", "/api/leads/4711/activities").map(path -> post(visitor, path));

    assertThat(posts.apply(stranger())).containsOnly(Answer.WHO);
    assertThat(posts.apply(person("sam"))).containsOnly(Answer.NO);
    assertThat(posts.apply(machine())).doesNotContain(Answer.WHO, Answer.NO);
    assertThat(posts.apply(person("admin"))).doesNotContain(Answer.WHO, Answer.NO);
  }

  @Test
  void sayOnAPageThatTheyStayShut() {
    Visitor sam = stranger().logIn("sam", PASSWORD).accepting("text/html");
    HttpResponse<String> refused = sam.get("/camunda/app/admin/default/");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("You may not see this page");
  }

  @Test
  void leaveNoTraceOfASessionWithMachines() {
    assertThat(machine().get("/engine-rest/task").headers().allValues("Set-Cookie")).isEmpty();
  }

  private static Answer post(Visitor visitor, String path) {
    return Answer.of(visitor.postJson(path, "{}"));
  }

  /** People show their password to machines' doors with each request, and log in once at their own. */
  private Visitor caller(String name, String path) {
    boolean isForMachines = path.matches("/(api|engine-rest|sandbox/api|actuator)\\b.*");
    return isForMachines ? person(name) : stranger().logIn(name, PASSWORD);
  }
}
