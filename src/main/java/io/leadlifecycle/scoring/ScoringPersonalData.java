package io.leadlifecycle.scoring;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.PersonalData;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How warm we think that somebody is: a profile, in the words of Art. 4(4) GDPR. */
@Component
@Order(10)
class ScoringPersonalData implements PersonalData {

  private final ScoreTable table;

  ScoringPersonalData(ScoreTable table) {
    this.table = table;
  }

  @Override
  public String section() {
    return "score";
  }

  @Override
  public Object export(Person person) {
    return table.told(new LeadId(person.lead())).<Object>map(row -> row).orElse(List.of());
  }

  @Override
  public void erase(Person person, Erasure why) {
    table.delete(new LeadId(person.lead()));
  }
}
