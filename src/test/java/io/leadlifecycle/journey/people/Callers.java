package io.leadlifecycle.journey.people;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Who knocks, by the names in the heads of the tables: a stranger, people, and a machine with one scope each. */
class Callers {

  private final Supplier<Visitor> visitors;
  private final String password;
  private final ApiClients clients;
  private final Map<String, Visitor> known = new HashMap<>();

  Callers(Supplier<Visitor> visitors, String password, ApiClients clients) {
    this.visitors = visitors;
    this.password = password;
    this.clients = clients;
  }

  Visitor named(String name, String path) {
    if (name.equals("stranger")) {
      return known.computeIfAbsent(name, stranger -> visitors.get().withToken());
    }
    return name.equals(name.toUpperCase(Locale.ROOT)) ? machine(name) : person(name, path);
  }

  private Visitor machine(String scope) {
    return known.computeIfAbsent(scope, name -> visitors.get().showing("Bearer " + key(Scope.valueOf(name))));
  }

  private String key(Scope scope) {
    String name = "Only" + scope.name();
    clients.dismiss(name);
    return clients.admit(name, Set.of(scope));
  }

  /** People show their password to machines' doors with each request, and log in once at their own. */
  private Visitor person(String name, String path) {
    return path.matches("/(api|engine-rest|sandbox/api|actuator)\\b.*")
        ? known.computeIfAbsent(name + " at a machines' door", who -> visitors.get().named(name, password))
        : known.computeIfAbsent(name, who -> visitors.get().logIn(name, password).withToken());
  }
}
