package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ActiveProfiles("oidc")
class CompanyLoginTests extends House {

  private static final OpenIdProvider COMPANY = new OpenIdProvider();

  @Autowired private IdentityService identities;
  @Autowired private Colleagues colleagues;

  private final String subject = UUID.randomUUID().toString();

  @DynamicPropertySource
  static void company(DynamicPropertyRegistry settings) {
    settings.add("leads.oidc.issuer", COMPANY::issuer);
    settings.add("leads.oidc.client-id", () -> "leads");
    settings.add("leads.oidc.client-secret", () -> "a secret");
    settings.add("leads.oidc.groups.marketing", () -> "Abteilung Werbung");
  }

  @AfterAll
  static void stop() {
    COMPANY.stop();
  }

  @Test
  void letsARepInEverywhereWithOneLogin() {
    COMPANY.isAskedBy(subject, "erika.muster@bau.example", "staff", "salesReps");
    Visitor erika = stranger();

    assertThat(Visitor.target(enter(erika))).endsWith("/leads");
    assertThat(erika.get("/leads").statusCode()).isEqualTo(200);
    assertThat(erika.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    assertThat(user().getId()).matches("erikamusterbauexample[0-9a-f]{32}");
    assertThat(user().getFirstName()).isEqualTo("Erika");
    assertThat(groups()).containsExactly("salesReps");
    assertThat(COMPANY.asked()).containsEntry("code_challenge_method", "S256").containsKey("nonce");
  }

  @Test
  void knowsTheCompanysNamesOfGroups() {
    COMPANY.isAskedBy(subject, "mia", "Abteilung Werbung");
    enter(stranger());

    assertThat(groups()).containsExactly("marketing");
  }

  @Test
  void takesAwayWhatTheCompanyTookAway() {
    COMPANY.isAskedBy(subject, "sam", "salesReps", "marketing");
    enter(stranger());
    COMPANY.isAskedBy(subject, "sam2", "salesReps");
    Visitor renamed = stranger();
    enter(renamed);

    assertThat(groups()).containsExactly("salesReps");
    assertThat(renamed.get("/mails").statusCode()).isEqualTo(403);
    assertThat(user().getId()).matches("sam[0-9a-f]{32}");
  }

  @Test
  void refusesWhoHasNoRoleAndKeepsNothing() {
    COMPANY.isAskedBy(subject, "gast", "guests");
    Visitor guest = stranger();

    assertThat(Visitor.target(enter(guest))).endsWith("/login?stranger");
    assertThat(guest.get("/login?stranger").body()).contains("none of your groups may");
    assertThat(Visitor.target(guest.get("/leads"))).endsWith("/login");
    assertThat(known()).isEmpty();
  }

  @Test
  void givesNoMoreWorkToWhoHasNoRoleAnyMore() {
    COMPANY.isAskedBy(subject, "sam", "salesReps");
    enter(stranger());
    COMPANY.isAskedBy(subject, "sam", "guests");

    assertThat(Visitor.target(enter(stranger()))).endsWith("/login?stranger");
    assertThat(groups()).isEmpty();
  }

  @Test
  void makesNobodyTheLocalAdministratorByName() {
    COMPANY.isAskedBy(subject, "admin", "salesReps");
    Visitor namedAdmin = stranger();
    enter(namedAdmin);

    assertThat(user().getId()).isNotEqualTo("admin").startsWith("admin");
    assertThat(namedAdmin.get("/clients").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aud", "nonce", "iss", "signature"})
  void refusesATokenThatIsNotMeantForUsOrForged(String wrong) {
    COMPANY.isAskedBy(subject, "eve", "camunda-admin");
    if (wrong.equals("signature")) {
      COMPANY.signsWithAKeyOfItsOwn();
    } else {
      COMPANY.tellsAlso(wrong, wrong.equals("aud") ? List.of("others") : "http://127.0.0.1:1");
    }
    Visitor eve = stranger();

    assertThat(Visitor.target(enter(eve))).endsWith("/login?failed");
    assertThat(Visitor.target(eve.get("/leads"))).endsWith("/login");
    assertThat(known()).isEmpty();
  }

  @Test
  void takesNoPasswords() {
    assertThat(stranger().get("/login").body()).contains("/oauth2/authorization/company").doesNotContain("password");
    assertThat(Stream.of("/engine-rest/task", "/api/leads", "/actuator/prometheus").map(person("admin")::get))
        .extracting(HttpResponse::statusCode)
        .containsOnly(401);
    assertThat(Stream.of("/api/leads", "/actuator/prometheus").map(machine()::get))
        .extracting(HttpResponse::statusCode)
        .doesNotContain(401, 403);
  }

  /** As a browser goes: to the company's login and back. */
  private HttpResponse<String> enter(Visitor visitor) {
    return visitor.get(COMPANY.answer(Visitor.target(visitor.get("/oauth2/authorization/company"))));
  }

  private Optional<User> known() {
    return colleagues.known(new CompanyUser(COMPANY.issuer(), subject, "", null, null, null));
  }

  private User user() {
    return known().orElseThrow();
  }

  private List<String> groups() {
    return identities.createGroupQuery().groupMember(user().getId()).list().stream().map(Group::getId).toList();
  }
}
