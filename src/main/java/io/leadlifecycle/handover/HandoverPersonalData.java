package io.leadlifecycle.handover;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was said on the phone. After the mails' part, which locks gates before rows of the ledger. */
@Component
@Order(60)
class HandoverPersonalData implements PersonalData {

  private final CallTable table;
  private final Mails mails;

  HandoverPersonalData(CallTable table, Mails mails) {
    this.table = table;
    this.mails = mails;
  }

  @Override
  public String section() {
    return "calls";
  }

  @Override
  public Object export(Person person) {
    return table.of(new LeadId(person.lead())).stream().map(CallTable.Row::call).toList();
  }

  /** With the mails that told the sales manager of a call: they name the company. */
  @Override
  public void erase(Person person, Erasure why) {
    LeadId lead = new LeadId(person.lead());
    table.of(lead).forEach(call -> mails.forget(Escalation.keyOf(call.id())));
    table.delete(lead);
  }
}
