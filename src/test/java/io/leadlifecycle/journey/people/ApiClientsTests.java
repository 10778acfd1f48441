package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.TestDatabases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;

class ApiClientsTests {

  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private static final Duration DAY = Duration.ofDays(1);

  private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
  private final InstantSource ticking = now::get;
  private final Clock clock = ticking.withZone(ZoneOffset.UTC);

  static Stream<DataSource> databases() {
    return TestDatabases.all();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void areKnownByTheirKey(DataSource database) {
    ApiClients clients = clients(database);
    clients.admit("Website", "the key");

    assertThat(clients.byKey("the key"))
        .hasValue(ApiClient.fresh("Website", EnumSet.allOf(Scope.class), MORNING));
    assertThat(clients.byKey("another")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void leaveNoKeyInTheDatabase(DataSource database) {
    clients(database).admit("Website", "the key");

    assertThat(Stream.of("api_client", "api_key").map(table -> onlyRow(database, table)))
        .noneMatch(row -> row.containsValue("the key"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void loseTheirOldKeyWithTheNew(DataSource database) {
    ApiClients clients = clients(database);
    clients.admit("Website", "old");
    clients.admit("Website", "new");

    assertThat(clients.byKey("old")).isEmpty();
    assertThat(clients.byKey("new")).isPresent();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void areForgottenWhenDismissed(DataSource database) {
    ApiClients clients = clients(database);
    clients.admit("Website", "the key");
    clients.dismiss("Website");
    clients.dismiss("Website");

    assertThat(clients.byKey("the key")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void tellWhenTheyWereLastUsedToTheMinute(DataSource database) {
    ApiClients clients = clients(database);
    clients.admit("Website", "the key");

    clients.byKey("the key");
    now.set(MORNING.plusSeconds(30));
    assertThat(clients.byKey("the key").orElseThrow().lastUsed()).isEqualTo(MORNING);

    Instant later = MORNING.plus(Duration.ofMinutes(2));
    now.set(later);
    clients.byKey("the key");
    assertThat(clients.byKey("the key").orElseThrow().lastUsed()).isEqualTo(later);
  }

  @Test
  void mayDoWhatTheirScopesSayAndAreNoUsersOfTheEngine() {
    ApiClient reader = ApiClient.fresh("sam", Set.of(Scope.READ), MORNING);

    assertThat(reader.authentication().getName()).isEqualTo("apiClientsam");
    assertThat(reader.authentication().getAuthorities())
        .extracting(GrantedAuthority::getAuthority)
        .containsExactlyInAnyOrder("SCOPE_read", "ROLE_apiClients");
  }

  @Test
  void haveNamesThatTheEngineAccepts() {
    assertThatThrownBy(() -> ApiClient.fresh("web-site", Set.of(Scope.READ), MORNING))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void mayDoNoMoreThanWhatTheyWereAdmittedFor(DataSource database) {
    ApiClients clients = clients(database);
    String key = clients.admit("Website", Set.of(Scope.CAPTURE, Scope.ACTIVITIES));

    assertThat(clients.byKey(key).orElseThrow().scopes()).containsOnly(Scope.CAPTURE, Scope.ACTIVITIES);
  }

  /** Nodes of two versions may work side by side: what only the newer one knows does not concern the older. */
  @ParameterizedTest
  @MethodSource("databases")
  void mayDoAllThatIsKnownOfWhatWasWrittenByANewerNode(DataSource database) {
    ApiClients clients = clients(database);
    String key = clients.admit("Website", Set.of(Scope.CAPTURE));
    JdbcClient.create(database).sql("update api_client set scopes = 'CAPTURE TELEPATHY'").update();

    assertThat(clients.byKey(key).orElseThrow().scopes()).containsOnly(Scope.CAPTURE);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void mayDoEverythingIfTheirKeyIsFromTheEnvironment(DataSource database) {
    ApiClients clients = clients(database);
    clients.admit(ApiClient.FROM_ENVIRONMENT, "the key");
    JdbcClient.create(database).sql("update api_client set scopes = 'CAPTURE'").update();

    assertThat(clients.byKey("the key").orElseThrow().scopes()).containsOnly(Scope.values());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void haveNamesOfTheirOwn(DataSource database) {
    ApiClients clients = clients(database);
    String key = clients.admit("Website", Set.of(Scope.CAPTURE));

    assertThatThrownBy(() -> clients.admit("Website", Set.of(Scope.PRIVACY))).isInstanceOf(NameTaken.class);
    assertThatThrownBy(() -> clients.admit("Environment", Set.of(Scope.READ))).isInstanceOf(NameTaken.class);
    assertThat(clients.byKey(key).orElseThrow().scopes()).containsOnly(Scope.CAPTURE);
    assertThat(clients.all()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void areMovedToANewKeyWithoutAGap(DataSource database) {
    ApiClients clients = clients(database);
    String former = clients.admit("Website", Set.of(Scope.READ));
    String fresh = clients.renew("Website", DAY).orElseThrow();

    assertThat(Stream.of(former, fresh).map(clients::byKey)).allMatch(Optional::isPresent);
    assertThat(clients.all()).extracting(ApiClient::formerKeyUntil).containsExactly(MORNING.plus(DAY));

    now.set(MORNING.plus(DAY));
    assertThat(clients.byKey(former)).isEmpty();
    assertThat(clients.byKey(fresh)).isPresent();
    assertThat(clients.all()).extracting(ApiClient::formerKeyUntil).containsOnlyNulls();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keepNoFormerKeyLongerBecauseAnotherFollows(DataSource database) {
    ApiClients clients = clients(database);
    String first = clients.admit("Website", Set.of(Scope.READ));
    String second = clients.renew("Website", DAY).orElseThrow();
    now.set(MORNING.plusSeconds(60));
    clients.renew("Website", DAY);

    now.set(MORNING.plus(DAY));
    assertThat(clients.byKey(first)).isEmpty();
    assertThat(clients.byKey(second)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void loseAKeyThatIsInWrongHandsAtOnce(DataSource database) {
    ApiClients clients = clients(database);
    String former = clients.admit("Website", Set.of(Scope.READ));
    String fresh = clients.renew("Website", Duration.ZERO).orElseThrow();

    assertThat(clients.byKey(former)).isEmpty();
    assertThat(clients.byKey(fresh)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void loseAllTheirKeysWhenDismissed(DataSource database) {
    ApiClients clients = clients(database);
    String former = clients.admit("Website", Set.of(Scope.READ));
    String fresh = clients.renew("Website", DAY).orElseThrow();

    assertThat(clients.dismiss("Website")).isTrue();
    assertThat(Stream.of(former, fresh).map(clients::byKey)).allMatch(Optional::isEmpty);
    assertThat(clients.dismiss("Website")).isFalse();
    assertThat(clients.renew("Website", DAY)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void areGivenNoNewKeyInPlaceOfTheEnvironments(DataSource database) {
    ApiClients clients = clients(database);
    clients.admit("Environment", "the key");

    assertThat(clients.renew("Environment", DAY)).isEmpty();
    assertThat(clients.byKey("the key")).isPresent();
  }

  private static Map<String, Object> onlyRow(DataSource database, String table) {
    return JdbcClient.create(database).sql("select * from " + table).query().singleRow();
  }

  private ApiClients clients(DataSource database) {
    return new ApiClients(new ApiClientTable(JdbcClient.create(database)), clock);
  }
}
