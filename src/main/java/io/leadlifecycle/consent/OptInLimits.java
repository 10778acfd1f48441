package io.leadlifecycle.consent;

import io.leadlifecycle.lead.AddressKind;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.limits.Alarm;
import io.leadlifecycle.limits.Limit;
import io.leadlifecycle.limits.Limited;
import io.leadlifecycle.limits.Limits;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How many opt-in mails go out, whichever way the sign-ups come in, and to whom none goes for a while. */
@Component
class OptInLimits {

  /** Who said "that was not me" is left alone for so long. */
  static final Duration PEACE = Duration.ofDays(30);

  private static final List<Limit> NONE_SINCE = List.of(new Limit(1, PEACE));

  private final Limits limits;
  private final Alarm alarm;
  private final ConsentSettings settings;
  private final MeterRegistry meters;

  OptInLimits(Limits limits, Alarm alarm, ConsentSettings settings, MeterRegistry meters) {
    this.limits = limits;
    this.alarm = alarm;
    this.settings = settings;
    this.meters = meters;
  }

  /** Whether one more may go there; counts it then, and counts in the metric what may not. */
  boolean admit(EmailAddress address) {
    if (!limits.allows(peaceOf(address))) {
      return refused("was not them");
    }
    Stream<Limited> measured = Stream.concat(mailboxes(address), Stream.of(domain(address), all()));
    return limits.take(measured.toArray(Limited[]::new)) || refused(reason(address));
  }

  /** Remembered by the address, so that erasing the lead does not end it. */
  void leaveInPeace(EmailAddress address) {
    limits.note(peaceOf(address));
  }

  private static Limited peaceOf(EmailAddress address) {
    return new Limited("not-me:" + mailbox(address), NONE_SINCE);
  }

  /** {@code erika+shop@} and {@code erika+news@} are one mailbox. */
  private static String mailbox(EmailAddress address) {
    return address.value().replaceFirst("\\+[^@]*@", "@");
  }

  private Stream<Limited> mailboxes(EmailAddress address) {
    return Stream.of(address.value(), mailbox(address))
        .distinct()
        .map(name -> new Limited("opt-in:" + name, settings.limits()));
  }

  private Limited domain(EmailAddress address) {
    boolean isFreeMail = address.kind() == AddressKind.FREE_MAIL;
    return new Limited(
        "opt-in-domain:" + address.domain(), isFreeMail ? settings.perFreeMailDomain() : settings.perDomain());
  }

  private Limited all() {
    return new Limited("opt-in", settings.all());
  }

  private String reason(EmailAddress address) {
    if (!limits.allows(all())) {
      alarm.raise("opt-in", "More opt-in mails than %s are asked for: further ones are left out"
          .formatted(settings.all()));
      return "too many";
    }
    return limits.allows(domain(address)) ? "too many of one" : "too many of one domain";
  }

  /** @return false, which is the answer */
  private boolean refused(String reason) {
    meters.counter("leads.consent.unasked", "reason", reason).increment();
    return false;
  }
}
