package io.leadlifecycle.lead;

import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.PersonalData;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The lead itself, which goes last: all others hang on it. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LeadPersonalData implements PersonalData {

  private final LeadRecords records;
  private final StageTable stages;

  LeadPersonalData(LeadRecords records, StageTable stages) {
    this.records = records;
    this.stages = stages;
  }

  @Override
  public String section() {
    return "lead";
  }

  @Override
  public Object export(Person person) {
    return records.findById(person.lead())
        .map(LeadRecord::toLead)
        .<Object>map(lead -> Map.of("lead", lead, "stages", stages.of(lead.id())))
        .orElse(List.of());
  }

  @Override
  public void erase(Person person, Erasure why) {
    stages.delete(new LeadId(person.lead()));
    records.deleteById(person.lead());
    records.flush();
  }
}
