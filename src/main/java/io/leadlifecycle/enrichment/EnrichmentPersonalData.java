package io.leadlifecycle.enrichment;

import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.PersonalData;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What reps found out about somebody. */
@Component
@Order(10)
class EnrichmentPersonalData implements PersonalData {

  private final FindingsRecords records;

  EnrichmentPersonalData(FindingsRecords records) {
    this.records = records;
  }

  @Override
  public String section() {
    return "findings";
  }

  @Override
  public Object export(Person person) {
    return records.findById(person.lead()).<Object>map(FindingsRecord::told).orElse(List.of());
  }

  @Override
  public void erase(Person person, Erasure why) {
    records.deleteById(person.lead());
    records.flush();
  }
}
