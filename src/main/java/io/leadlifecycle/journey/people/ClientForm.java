package io.leadlifecycle.journey.people;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator fills in about a new API client. Scopes come as texts: a wrong one is a fault of the form
 * and not a broken request.
 */
record ClientForm(@Nullable String name, @Nullable List<String> scopes) {

  static final ClientForm EMPTY = new ClientForm(null, null);

  ClientForm {
    name = name == null ? "" : name.strip();
    scopes = scopes == null ? List.of() : scopes;
  }

  /** What is wrong, by field. */
  Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    if (!ApiClient.isName(name)) {
      faults.put("name", "must be 1 to 40 letters (A to Z) and digits");
    }
    if (scopes.isEmpty() || !names().containsAll(scopes)) {
      faults.put("scopes", "must be at least one of those below");
    }
    return faults;
  }

  /** To be asked for only without faults. */
  Set<Scope> chosen() {
    Set<Scope> chosen = EnumSet.noneOf(Scope.class);
    scopes.forEach(scope -> chosen.add(Scope.valueOf(scope)));
    return chosen;
  }

  private static List<String> names() {
    return EnumSet.allOf(Scope.class).stream().map(Scope::name).toList();
  }
}
