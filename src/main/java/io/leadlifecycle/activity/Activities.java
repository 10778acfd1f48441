package io.leadlifecycle.activity;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    return append(activities.stream().map(activity -> new Deed(lead, activity)).toList());
  }

  /**
   * Records what several leads did: all of it or, where it throws, nothing.
   *
   * @return how much was not recorded before
   * @throws UnknownLeads if some of them are not there
   */
  @Transactional
  public int record(List<Deed> deeds) {
    Set<LeadId> unknown = deeds.stream().map(Deed::lead).collect(Collectors.toSet());
    unknown.removeAll(leads.lock(unknown));
    if (!unknown.isEmpty()) {
      throw new UnknownLeads(unknown);
    }
    return append(deeds);
  }

  /** All the lead did, oldest first. */
  @Transactional(readOnly = true)
  public List<Activity> of(LeadId lead) {
    return table.of(Set.of(lead));
  }

  /** Whoever calls holds the leads: else two could both find a key to be new. */
  private int append(List<Deed> deeds) {
    Ledgers ledgers = new Ledgers(table.of(deeds.stream().map(Deed::lead).collect(Collectors.toSet())));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (Deed deed : deeds) {
      if (ledgers.lack(deed.lead(), deed.activity().key())) {
        ledgers.add(line(deed.lead(), deed.activity(), now));
      }
    }
    table.append(ledgers.added(), now);
    tell(ledgers);
    return ledgers.added().size();
  }

  private void tell(Ledgers ledgers) {
    ledgers.added().stream()
        .filter(activity -> activity.kind().asksForContact())
        .forEach(activity -> leads.asksForContact(activity.lead()));
    ledgers.added().forEach(activity -> events.publishEvent(new ActivityRecorded(activity)));
    if (!ledgers.added().isEmpty()) {
      events.publishEvent(new LedgerGrew(ledgers.grown()));
    }
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
