package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who comes in where. A door tells people to log in, and machines that it does not know them. */
@TestInstance(Lifecycle.PER_CLASS)
class DoorsTests extends House {

  @Autowired private ApplicationContext program;
  @Autowired private ApiClients clients;

  private Mappings mappings;
  private Callers callers;

  @BeforeAll
  void gather() {
    mappings = new Mappings(program);
    callers = new Callers(this::stranger, PASSWORD, clients);
  }

  static List<Door> ours() {
    return Door.of("ours.txt");
  }

  static List<Door> engine() {
    return Door.of("engine.txt").stream().flatMap(door -> Stream.of(door, door.ofNamedEngine())).toList();
  }

  static List<Door> others() {
    return Door.of("others.txt");
  }

  @ParameterizedTest
  @MethodSource({"ours", "engine", "others"})
  void letInWhoMay(Door door) {
    assertThat(door.lies(callers)).isEmpty();
  }

  /** A new request needs a row, and one that is gone has none. */
  @Test
  void areAllInTheTableIfTheyAreOurs() {
    assertThat(ours().stream().map(Door::request)).containsExactlyInAnyOrderElementsOf(mappings.requests());
  }

  @Test
  void areAllInTheTableIfTheyAreTheEngines() {
    assertThat(engine().stream().map(Door::path)).containsExactlyInAnyOrderElementsOf(mappings.engineResources());
  }

  @Test
  void areAllInTheTableWhereFilesAndServletsAre() throws IOException {
    assertThat(mappings.places()).allSatisfy(place ->
        assertThat(Stream.of(ours(), engine(), others()).flatMap(List::stream).map(Door::path))
            .anyMatch(path -> path.startsWith(place)));
  }

  @Test
  void keepOutWhomOneOfEachScopeAndRoleStandsFor() {
    assertThat(ours().get(0).answers().keySet())
        .containsAll(Stream.of(Scope.values()).map(Scope::name).toList())
        .containsAll(Person.SAMPLES.stream().map(Person::id).filter(id -> !id.equals("robin")).toList())
        .contains("stranger", "admin");
  }

  /** Pages are the doors at which a stranger is sent to log in. */
  @Test
  void takeNothingThatAnotherSiteMightSendInSomebodysName() {
    Visitor lured = stranger().logIn("admin", PASSWORD);

    assertThat(ours().stream().filter(Door::isButtonOnAPage))
        .isNotEmpty()
        .allSatisfy(door -> assertThat(lured.ask("POST", door.address()).statusCode()).isEqualTo(403));
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
}
