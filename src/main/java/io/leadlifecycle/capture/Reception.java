package io.leadlifecycle.capture;

import io.leadlifecycle.capture.Capture.Captured;
import io.leadlifecycle.lead.Leads;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes leads in that come without a process: keeps the lead and calls for its process, both or neither. */
@Component
class Reception {

  private static final int TRIES = 3;

  private final Capture capture;
  private final Leads leads;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Reception(
      Capture capture,
      Leads leads,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.capture = capture;
    this.leads = leads;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Captures of one address take turns, but a process or a rep may be at work on the same lead: who loses
   * tries again.
   *
   * @throws InvalidLead naming each field that is wrong; nothing is stored then
   */
  Captured receive(Map<String, ?> fields) {
    for (int tries = 1; ; tries++) {
      try {
        return transaction.execute(status -> takeAndTell(fields));
      } catch (ConcurrencyFailureException e) {
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  private Captured takeAndTell(Map<String, ?> fields) {
    Captured captured = capture.take(fields);
    if (leads.mayBegin(captured.lead())) {
      events.publishEvent(new LeadCaptured(captured.lead()));
    }
    return captured;
  }
}
