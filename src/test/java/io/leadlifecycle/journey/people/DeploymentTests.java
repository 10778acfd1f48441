package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who deploys a model runs any code in our house. */
class DeploymentTests extends House {

  private static final String WEBAPPS = "/camunda/api/engine/engine/default/deployment/create";

  @ParameterizedTest
  @CsvSource({
    "/engine-rest/deployment/create, sam",
    "/engine-rest/deployment/create, mia",
    "/engine-rest/engine/default/deployment/create, sam",
    "/engine-rest/engine/default/deployment/create, mia"
  })
  void isNotForStaff(String path, String name) {
    assertRefused(person(name).deploy(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/deployment/create", "/engine-rest/engine/default/deployment/create"})
  void isNotForMachinesOrStrangers(String path) {
    assertRefused(machine().deploy(path));
    assertThat(stranger().deploy(path).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sam", "mia"})
  void isNotForStaffInTheWebApplications(String name) {
    assertRefused(inWebapps(name).deploy(WEBAPPS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/deployment/create", "/engine-rest/engine/default/deployment/create"})
  void isForAdministrators(String path) {
    assertThat(person("admin").deploy(path).statusCode()).isEqualTo(200);
    assertThat(inWebapps("admin").deploy(WEBAPPS).statusCode()).isEqualTo(200);
  }

  /** Refused by the engine itself, so by whatever path one comes. */
  private static void assertRefused(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("does not have 'CREATE' permission on resource 'Deployment'");
  }

  private Visitor inWebapps(String name) {
    Visitor visitor = stranger().logIn(name, PASSWORD);
    visitor.get("/camunda/app/welcome/default/");
    return visitor;
  }
}
