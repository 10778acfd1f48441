package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.TestDatabases;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {

  private static final PeopleSettings NOTHING_GIVEN = new PeopleSettings(true, null, null, null);
  private static final PeopleSettings ALL_GIVEN =
      new PeopleSettings(true, "Admin-7-given", "Sample-7-given", "a-key");

  private final DataSource database = TestDatabases.h2();
  private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final ProcessEngine engine = engine();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void showsWorkingPasswordsAndAKeyOnce(CapturedOutput console) {
    start(NOTHING_GIVEN);

    for (String user : List.of("admin", "sam", "robin", "mia", "petra", "omar")) {
      assertThat(engine.getIdentityService().checkPassword(user, shown(console, user))).isTrue();
    }
    assertThat(clients().byKey(shown(console, "API key"))).isPresent();
  }

  @Test
  void showsAddressesOnlyLaterOn(CapturedOutput console) {
    start(NOTHING_GIVEN);
    String first = console.getOut();
    start(NOTHING_GIVEN);
    String second = console.getOut().substring(first.length());

    assertThat(second)
        .contains("http://localhost:9999/camunda/app/tasklist/", "LEADS_ADMIN_PASSWORD")
        .doesNotContain("admin ", "sam ", "leads_");
    assertThat(engine.getIdentityService().checkPassword("sam", shown(console, "sam"))).isTrue();
  }

  @Test
  void takesWhatTheEnvironmentGivesAndDoesNotShowIt(CapturedOutput console) {
    start(ALL_GIVEN);

    assertThat(console.getOut())
        .contains("from LEADS_ADMIN_PASSWORD", "from LEADS_SAMPLE_PASSWORD", "from LEADS_API_KEY")
        .doesNotContain("7-given", "a-key");
    assertThat(engine.getIdentityService().checkPassword("admin", "Admin-7-given")).isTrue();
    assertThat(engine.getIdentityService().checkPassword("mia", "Sample-7-given")).isTrue();
    assertThat(clients().byKey("a-key")).isPresent();
  }

  @Test
  void replacesALostPasswordLaterOn() {
    start(NOTHING_GIVEN);
    start(ALL_GIVEN);

    assertThat(engine.getIdentityService().checkPassword("admin", "Admin-7-given")).isTrue();
    assertThat(clients().byKey("a-key")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short-1A", "no-capital-1", "NO-SMALL-1", "No-digit-at-all", "NoSpecial1234"})
  void refusesAWeakPasswordAndSaysWhichVariableGaveIt(String weak) {
    assertThatThrownBy(() -> start(new PeopleSettings(true, weak, null, null)))
        .isInstanceOf(WeakPassword.class)
        .hasMessageStartingWith("LEADS_ADMIN_PASSWORD is too weak: it needs");
    assertThatThrownBy(() -> start(new PeopleSettings(true, null, weak, null)))
        .hasMessageStartingWith("LEADS_SAMPLE_PASSWORD is too weak: it needs");
    assertThat(engine.getIdentityService().createUserQuery().count()).isZero();
  }

  @Test
  void dropsTheKeyThatTheEnvironmentNoLongerGives() {
    start(ALL_GIVEN);
    start(NOTHING_GIVEN);

    assertThat(clients().byKey("a-key")).isEmpty();
  }

  @Test
  void knowsNoSamplePeopleOutsideTheSandbox(CapturedOutput console) {
    start(new PeopleSettings(false, "Admin-7-given", "ignored", null));

    assertThat(console.getOut()).contains("admin ").doesNotContain("sam ", "API key", "leads_");
    assertThat(clients().all()).isEmpty();
    assertThat(engine.getIdentityService().createUserQuery().list()).hasSize(1);
  }

  @Test
  void makesUpNoPasswordOutsideTheSandbox(CapturedOutput console) {
    start(new PeopleSettings(false, null, null, null));

    assertThat(console.getOut()).contains("is ready").doesNotContain("admin ");
    assertThat(engine.getIdentityService().createUserQuery().count()).isZero();
  }

  @Test
  void doesNotBringBackWhomTheAdministratorRemoved() {
    start(NOTHING_GIVEN);
    engine.getIdentityService().deleteUser("robin");
    start(NOTHING_GIVEN);

    assertThat(engine.getIdentityService().createUserQuery().userId("robin").count()).isZero();
  }

  @Test
  void showsPasswordsEvenWhenTheStartFailsAfterwards(CapturedOutput console) {
    StartNotice notice = new StartNotice(new MockEnvironment());
    firstStart(NOTHING_GIVEN, notice).afterSingletonsInstantiated();
    assertThat(console.getOut()).doesNotContain("admin ");

    notice.destroy();

    assertThat(engine.getIdentityService().checkPassword("admin", shown(console, "admin"))).isTrue();
  }

  @Test
  void happensOnceWhenNodesStartTogether(CapturedOutput console) throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(3);
    Callable<Void> node = () -> {
      start(NOTHING_GIVEN);
      return null;
    };
    for (var started : nodes.invokeAll(List.of(node, node, node))) {
      started.get();
    }
    nodes.shutdown();

    assertThat(console.getOut().split("shown only now", -1)).hasSize(2);
    assertThat(engine.getFilterService().createFilterQuery().list()).hasSize(1);
    assertThat(engine.getIdentityService().createGroupQuery().list()).hasSize(6);
  }

  private void start(PeopleSettings settings) {
    StartNotice notice = new StartNotice(new MockEnvironment().withProperty("local.server.port", "9999"));
    firstStart(settings, notice).afterSingletonsInstantiated();
    notice.tell();
  }

  private FirstStart firstStart(PeopleSettings settings, StartNotice notice) {
    Staff staff = new Staff(engine.getIdentityService());
    Grants grants = new Grants(engine.getAuthorizationService());
    return new FirstStart(
        new FirstStartTable(jdbc, Clock.systemUTC()),
        staff,
        grants,
        new TaskFilters(engine.getFilterService(), engine.getTaskService(), grants),
        new Admission(staff, clients(), settings),
        notice,
        new TransactionTemplate(transactions));
  }

  private ApiClients clients() {
    return new ApiClients(new ApiClientTable(jdbc), Clock.systemUTC());
  }

  private static @Nullable String shown(CapturedOutput console, String who) {
    Matcher line = Pattern.compile(" " + who + " +(\\S+) ").matcher(console.getOut());
    return line.find() ? line.group(1) : null;
  }

  private ProcessEngine engine() {
    var configuration = new SpringTransactionsProcessEngineConfiguration();
    configuration.setProcessEngineName(UUID.randomUUID().toString());
    configuration.setDataSource(database);
    configuration.setTransactionManager(transactions);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setAuthorizationEnabled(true);
    configuration.setJobExecutorActivate(false);
    configuration.setProcessEnginePlugins(List.of(new EngineLocks()));
    return configuration.buildProcessEngine();
  }
}
