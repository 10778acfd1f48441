package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.mail.Preference;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What leads want. Frequency and pause hold for their address, topics for what we write to them. */
@Component
@Transactional
class Preferences {

  private final Mails mails;
  private final UnwantedTopicTable unwanted;
  private final Leads leads;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Preferences(
      Mails mails, UnwantedTopicTable unwanted, Leads leads, ApplicationEventPublisher events, Clock clock) {
    this.mails = mails;
    this.unwanted = unwanted;
    this.leads = leads;
    this.events = events;
    this.clock = clock;
  }

  /** A pause that is over is none. */
  @Transactional(readOnly = true)
  Wishes of(Lead lead) {
    Preference preference = mails.preference(address(lead));
    return new Wishes(
        preference.frequency(), unwanted.of(lead.id()), day(preference.pausedUntil(), lead.contact().timeZone()));
  }

  private @Nullable LocalDate day(@Nullable Instant pauseEnd, ZoneId zone) {
    return pauseEnd == null || !pauseEnd.isAfter(clock.instant()) ? null : LocalDate.ofInstant(pauseEnd, zone);
  }

  /** From now on these wishes hold and no others, and the lead's process hears of it. */
  void set(Lead lead, Wishes wishes) {
    leads.lock(lead.id());
    unwanted.set(lead.id(), wishes.unwanted());
    mails.prefer(
        address(lead), new Preference(wishes.frequency(), start(wishes.pausedUntil(), lead.contact().timeZone())));
    events.publishEvent(new NurtureChanged(lead.id()));
  }

  private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  private static String address(Lead lead) {
    return lead.contact().email().value();
  }
}
