package io.leadlifecycle.mail;

import io.leadlifecycle.Arrears;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Tells operators of the mails that are due and have not gone. The same on all nodes. */
@Component
class Backlog implements MeterBinder {

  private final MailLedgerTable ledger;
  private final CommonTime time;

  Backlog(MailLedgerTable ledger, CommonTime time) {
    this.ledger = ledger;
    this.time = time;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (MailClass mailClass : MailClass.values()) {
      new Arrears(time::now, now -> ledger.due(mailClass, now))
          .show(meters, "leads.mails.due", "Mails", Tags.of("class", Tally.tag(mailClass)));
    }
  }
}
