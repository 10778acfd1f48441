package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.mail.Preference;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What leads want. Frequency and pause hold for their address, topics for what we write to them. */
@Component
@Transactional
class Preferences {

  private final Mails mails;
  private final UnwantedTopicTable unwanted;
  private final WaitingMails waiting;
  private final Sequences sequences;
  private final Nurture nurture;
  private final SignsOfLife signs;
  private final Leads leads;
  private final Clock clock;

  Preferences(
      Mails mails,
      UnwantedTopicTable unwanted,
      WaitingMails waiting,
      Sequences sequences,
      Nurture nurture,
      SignsOfLife signs,
      Leads leads,
      Clock clock) {
    this.mails = mails;
    this.unwanted = unwanted;
    this.waiting = waiting;
    this.sequences = sequences;
    this.nurture = nurture;
    this.signs = signs;
    this.leads = leads;
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

  /**
   * From now on these wishes hold, for mails that wait already, too. The lead's process hears of it; one that was
   * given up comes back if that leaves something to send.
   *
   * @param wishes on topics that the playbook has: what the lead said of others stays
   */
  void set(Lead lead, Wishes wishes) {
    leads.lock(lead.id());
    Set<String> shown = sequences.topics().stream().map(Topic::key).collect(Collectors.toSet());
    unwanted.set(lead.id(), shown, wishes.unwanted());
    mails.prefer(
        address(lead), new Preference(wishes.frequency(), start(wishes.pausedUntil(), lead.contact().timeZone())));
    waiting.leaveOut(lead, wishes.unwanted());
    if (!signs.isGivenUp(lead.id()) || nurture.hasNext(lead.id())) {
      signs.tell(lead.id());
    }
  }

  private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  private static String address(Lead lead) {
    return lead.contact().email().value();
  }
}
