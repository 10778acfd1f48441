package io.leadlifecycle.activity;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The activity ledger. */
@Component
public class Activities {

  private final Leads leads;
  private final Offers offers;
  private final ActivityTable table;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Activities(Leads leads, Offers offers, ActivityTable table, ApplicationEventPublisher events, Clock clock) {
    this.leads = leads;
    this.offers = offers;
    this.table = table;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Appends to the ledger and tells the neighbours ({@link ActivityRecorded} and {@link LedgerGrew}, same
   * transaction).
   *
   * @return false if an activity of this key was recorded before: nothing happens then
   * @throws UnknownLead if there is no such lead
   * @throws UnknownOffer if the activity names an offer that the playbook does not have
   */
  @Transactional
  public boolean record(LeadId lead, NewActivity activity) {
    return record(lead, List.of(activity)) > 0;
  }

  /** Records all of them or, where it throws, none. @return how many were not recorded before */
  @Transactional
  public int record(LeadId lead, List<NewActivity> activities) {
    leads.lock(lead);
    int recorded = 0;
    for (NewActivity activity : activities) {
      recorded += append(lead, activity) ? 1 : 0;
    }
    if (recorded > 0) {
      events.publishEvent(new LedgerGrew(lead));
    }
    return recorded;
  }

  /** All the lead did, oldest first. */
  @Transactional(readOnly = true)
  public List<Activity> of(LeadId lead) {
    return table.of(lead);
  }

  private boolean append(LeadId lead, NewActivity reported) {
    if (table.has(lead, reported.key())) {
      return false;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Activity activity = line(lead, reported, now);
    table.append(activity, now);
    if (activity.kind().asksForContact()) {
      leads.asksForContact(lead);
    }
    events.publishEvent(new ActivityRecorded(activity));
    return true;
  }

  private Activity line(LeadId lead, NewActivity reported, Instant now) {
    Instant at = Optional.ofNullable(reported.at()).orElse(now).truncatedTo(ChronoUnit.MICROS);
    return new Activity(
        lead, reported.key(), reported.kind(), reported.offer(), stage(reported), reported.detail(), at);
  }

  private @Nullable ContentStage stage(NewActivity reported) {
    String offer = reported.offer();
    return offer == null
        ? reported.stage()
        : offers.find(offer).orElseThrow(() -> new UnknownOffer(offer)).stage();
  }
}
