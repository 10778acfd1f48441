package io.leadlifecycle.console.privacy;

import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.Privacy;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people behind the leads, who may see what we know of them, and may have it erased. */
@Component
class People {

  private final Leads leads;
  private final Privacy privacy;

  People(Leads leads, Privacy privacy) {
    this.leads = leads;
    this.privacy = privacy;
  }

  Optional<LeadId> with(EmailAddress address) {
    return leads.of(address).map(Lead::id);
  }

  Optional<Person> find(LeadId lead) {
    return leads.find(lead).map(found -> new Person(lead.value(), found.contact().email().value()));
  }

  Map<String, Object> tell(Person person) {
    return privacy.export(person);
  }

  /** Whoever is gone, or never was, is not known: nothing happens then. */
  void erase(LeadId lead) {
    find(lead).ifPresent(person -> privacy.erase(person, Erasure.ON_REQUEST));
  }
}
