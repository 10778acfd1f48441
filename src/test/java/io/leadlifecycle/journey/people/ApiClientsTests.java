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
        .hasValue(new ApiClient("Website", EnumSet.allOf(Scope.class), MORNING, null));
    assertThat(clients.byKey("another")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void leaveNoKeyInTheDatabase(DataSource database) {
    clients(database).admit("Website", "the key");

    assertThat(JdbcClient.create(database).sql("select * from api_client").query().singleRow().values())
        .doesNotContain("the key");
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
    ApiClient reader = new ApiClient("sam", Set.of(Scope.READ), MORNING, null);

    assertThat(reader.authentication().getName()).isEqualTo("apiClientsam");
    assertThat(reader.authentication().getAuthorities())
        .extracting(GrantedAuthority::getAuthority)
        .containsExactlyInAnyOrder("SCOPE_read", "ROLE_apiClients");
  }

  @Test
  void haveNamesThatTheEngineAccepts() {
    assertThatThrownBy(() -> new ApiClient("web-site", Set.of(Scope.READ), MORNING, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private ApiClients clients(DataSource database) {
    return new ApiClients(new ApiClientTable(JdbcClient.create(database)), clock);
  }
}
