package io.leadlifecycle.journey.people;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets up groups, permissions and filters at each start, and people and keys at the first. All nodes do
 * it, one after the other, before they open their port: no request meets a house without an
 * administrator.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

  private final FirstStartTable table;
  private final Staff staff;
  private final Grants grants;
  private final TaskFilters filters;
  private final Admission admission;
  private final StartNotice notice;
  private final TransactionTemplate transaction;

  FirstStart(
      FirstStartTable table,
      Staff staff,
      Grants grants,
      TaskFilters filters,
      Admission admission,
      StartNotice notice,
      TransactionTemplate transaction) {
    this.table = table;
    this.staff = staff;
    this.grants = grants;
    this.filters = filters;
    this.admission = admission;
    this.notice = notice;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    notice.keep(transaction.execute(status -> setUp()));
  }

  private List<Credential> setUp() {
    boolean isFirst = table.lock();
    for (Role role : Role.values()) {
      staff.form(role);
    }
    grants.give();
    filters.lay();
    List<Credential> credentials = admission.admit(isFirst);
    table.done();
    return isFirst ? credentials : List.of();
  }
}
