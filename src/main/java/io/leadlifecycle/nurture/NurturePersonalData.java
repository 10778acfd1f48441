package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which sequences somebody is in, and what it does not want. */
@Component
@Order(10)
class NurturePersonalData implements PersonalData {

  private final EnrolmentTable enrolments;
  private final UnwantedTopicTable unwanted;

  NurturePersonalData(EnrolmentTable enrolments, UnwantedTopicTable unwanted) {
    this.enrolments = enrolments;
    this.unwanted = unwanted;
  }

  @Override
  public String section() {
    return "nurture";
  }

  @Override
  public Object export(Person person) {
    LeadId lead = new LeadId(person.lead());
    return new Told(enrolments.of(lead), enrolments.pausedUntil(List.of(lead)).get(lead), unwanted.of(lead));
  }

  /** @param pausedUntil null for no pause */
  record Told(List<EnrolmentTable.Row> sequences, @Nullable Instant pausedUntil, Set<String> unwantedTopics) {}

  @Override
  public void erase(Person person, Erasure why) {
    LeadId lead = new LeadId(person.lead());
    enrolments.delete(lead);
    unwanted.delete(lead);
  }
}
