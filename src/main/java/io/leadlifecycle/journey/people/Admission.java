package io.leadlifecycle.journey.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets in whom the program knows from the start: with what the environment says, else with what it makes
 * up.
 */
@Component
class Admission {

  private final Staff staff;
  private final ApiClients clients;
  private final PeopleSettings settings;

  Admission(Staff staff, ApiClients clients, PeopleSettings settings) {
    this.staff = staff;
    this.clients = clients;
    this.settings = settings;
  }

  /**
   * After the first start only what the environment fixes is set again: that is how a lost password is
   * replaced.
   */
  List<Credential> admit(boolean isFirst) {
    List<Credential> credentials = new ArrayList<>();
    admit(Person.ADMIN, settings.adminPassword(), "LEADS_ADMIN_PASSWORD", isFirst)
        .ifPresent(credentials::add);
    if (settings.sandbox()) {
      for (Person person : Person.SAMPLES) {
        admit(person, settings.samplePassword(), "LEADS_SAMPLE_PASSWORD", isFirst)
            .ifPresent(credentials::add);
      }
    }
    admitMachine(isFirst).ifPresent(credentials::add);
    return credentials;
  }

  private Optional<Credential> admit(
      Person person, @Nullable String given, String variable, boolean isFirst) {
    boolean mayBeMadeUp = isFirst && settings.sandbox();
    if (given == null && !mayBeMadeUp) {
      return Optional.empty();
    }
    if (given != null && !staff.isStrong(given)) {
      throw new WeakPassword(variable);
    }
    String password = given == null ? Secrets.password() : given;
    staff.admit(person, password);
    String shown = given == null ? password : "from " + variable;
    return Optional.of(new Credential(person.id(), shown, person.role().label()));
  }

  /** In production an administrator decides which machines there are, and what each may do. */
  private Optional<Credential> admitMachine(boolean isFirst) {
    String given = settings.apiKey();
    if (given != null) {
      clients.admit(ApiClient.FROM_ENVIRONMENT, given);
      return Optional.of(new Credential("API key", "from LEADS_API_KEY", "all scopes"));
    }
    clients.dismiss(ApiClient.FROM_ENVIRONMENT);
    return isFirst && settings.sandbox() ? Optional.of(firstKey()) : Optional.empty();
  }

  private Credential firstKey() {
    String key = Secrets.apiKey();
    clients.admit("First", key);
    return new Credential("API key", key, "all scopes");
  }
}
