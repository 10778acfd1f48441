package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.PersonalData;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person agreed to. Erased before its mails are, since the proof quotes the mail that asked; the proof
 * itself outlives it in the archive, for as long as somebody may ask for it (Art. 17(3)(e) GDPR).
 */
@Component
@Order(ConsentPersonalData.BEFORE_MAILS)
@Transactional
class ConsentPersonalData implements PersonalData {

  static final int BEFORE_MAILS = 20;

  private final ConsentTable table;
  private final Proofs proofs;
  private final Clock clock;

  ConsentPersonalData(ConsentTable table, Proofs proofs, Clock clock) {
    this.table = table;
    this.proofs = proofs;
    this.clock = clock;
  }

  @Override
  public String section() {
    return "consent";
  }

  @Override
  @Transactional(readOnly = true)
  public Object export(Person person) {
    return proofs.of(new LeadId(person.lead()));
  }

  @Override
  public void erase(Person person, Erasure why) {
    LeadId lead = new LeadId(person.lead());
    table.lock(lead);
    proofs.archive(lead, person.address(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    table.delete(lead);
  }
}
