package io.leadlifecycle.journey.people;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lays each rep's own lists of work when we see the rep for the first time, however they come in. */
@Component
class PersonalLists {

  private static final String[] WORKERS = Role.authorities(Role.SALES_REPS, Role.ADMIN);

  private final Set<String> have = ConcurrentHashMap.newKeySet();
  private final FirstStartTable turns;
  private final TaskFilters filters;
  private final TransactionTemplate transaction;

  PersonalLists(FirstStartTable turns, TaskFilters filters, TransactionTemplate transaction) {
    this.turns = turns;
    this.filters = filters;
    this.transaction = transaction;
  }

  @EventListener
  void on(AuthenticationSuccessEvent entered) {
    Authentication person = entered.getAuthentication();
    if (isWorker(person) && !have.contains(person.getName())) {
      transaction.executeWithoutResult(status -> lay(person.getName()));
      have.add(person.getName());
    }
  }

  /** Nodes and requests that see somebody at once take turns, so that nobody has a list twice. */
  private void lay(String person) {
    turns.lock();
    filters.layFor(person);
  }

  private static boolean isWorker(Authentication person) {
    Set<String> authorities = AuthorityUtils.authorityListToSet(person.getAuthorities());
    return Arrays.stream(WORKERS).anyMatch(authorities::contains);
  }
}
