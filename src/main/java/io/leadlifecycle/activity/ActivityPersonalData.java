package io.leadlifecycle.activity;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.PersonalData;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody did. */
@Component
@Order(10)
class ActivityPersonalData implements PersonalData {

  private final ActivityTable table;

  ActivityPersonalData(ActivityTable table) {
    this.table = table;
  }

  @Override
  public String section() {
    return "activities";
  }

  @Override
  public Object export(Person person) {
    return table.of(Set.of(new LeadId(person.lead())));
  }

  @Override
  public void erase(Person person, Erasure why) {
    table.delete(new LeadId(person.lead()));
  }
}
