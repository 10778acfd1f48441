package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompanyLoginSettingsTests {

  @Test
  void knowOurOwnNamesOfGroups() {
    CompanyLoginSettings settings = new CompanyLoginSettings("groups", Map.of());

    assertThat(settings.roles(List.of("salesReps", "camunda-admin", "others")))
        .containsExactlyInAnyOrder(Role.SALES_REPS, Role.ADMIN);
  }

  @Test
  void knowTheCompanysNamesAlsoIfTheEnvironmentSaysThem() {
    CompanyLoginSettings settings =
        new CompanyLoginSettings("groups", Map.of("salesreps", "Sales", "camundaadmin", "IT"));

    assertThat(settings.roles(List.of("Sales"))).containsExactly(Role.SALES_REPS);
    assertThat(settings.roles(List.of("IT"))).containsExactly(Role.ADMIN);
    assertThat(settings.roles(List.of("salesReps", "camunda-admin"))).isEmpty();
  }

  @Test
  void makeNobodyAMachine() {
    assertThat(new CompanyLoginSettings("groups", Map.of()).roles(List.of("apiClients"))).isEmpty();
  }
}
