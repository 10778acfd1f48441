package io.leadlifecycle.console.privacy;

import io.leadlifecycle.consent.ArchivedProof;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.Privacy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people behind the leads, who may see what we know of them, and may have it erased. */
@Component
class People {

  private final Leads leads;
  private final Privacy privacy;
  private final Consent consent;

  People(Leads leads, Privacy privacy, Consent consent) {
    this.leads = leads;
    this.privacy = privacy;
    this.consent = consent;
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

  /** What proves the consent of somebody who was erased since: found by who names the address only. */
  List<ArchivedProof> proofsOf(String address) {
    return consent.archivedProofs(new EmailAddress(address).value());
  }

  /** Whoever is gone, or never was, is not known: nothing happens then. */
  void erase(LeadId lead) {
    find(lead).ifPresent(person -> privacy.erase(person, Erasure.ON_REQUEST));
  }
}
