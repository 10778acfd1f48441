package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailOrder;
import io.leadlifecycle.mail.Outlook;
import java.time.Instant;

/**
 * A lead and its {@link Situation}, to which can be added what the ledger gets: so it need not be read again.
 *
 * @param outlook of the lead's address
 * @param pausedUntil a cooling-off that a rep asked for; it holds for this lead, not for its address
 */
record Standing(Lead lead, Situation situation, Outlook outlook, Instant pausedUntil) {

  Standing posted(MailOrder order, MailEntry line) {
    Outlook then = outlook.with(order);
    Situation known = told(line).situation();
    return new Standing(lead, known.allowing(then.allowance().notBefore(pausedUntil)), then, pausedUntil);
  }

  Standing told(MailEntry line) {
    return new Standing(lead, situation.knowing(situation.received().and(line)), outlook, pausedUntil);
  }
}
