package io.leadlifecycle.capture;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.AddressKind;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.limits.Alarm;
import io.leadlifecycle.limits.Limited;
import io.leadlifecycle.limits.Limits;
import io.leadlifecycle.limits.Network;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells people from programs before a form is read, and holds both to a measure. What it says does not depend on
 * whether we know the address.
 */
@Component
class FormDoor {

  /** People do not see this field; programs fill in whatever they find. */
  static final String HONEYPOT = "nickname";

  static final String STAMP = "opened";

  private final FormStamp stamp;
  private final Limits limits;
  private final Alarm alarm;
  private final FormSettings settings;
  private final MeterRegistry meters;
  private final Clock clock;

  FormDoor(
      FormStamp stamp, Limits limits, Alarm alarm, FormSettings settings, MeterRegistry meters, Clock clock) {
    this.stamp = stamp;
    this.limits = limits;
    this.alarm = alarm;
    this.settings = settings;
    this.meters = meters;
    this.clock = clock;
  }

  /** The stamp for the form to carry: its own, unless that is worth nothing. */
  String stamp(String form, Map<String, String> typed) {
    String carried = typed.get(STAMP);
    return stamp.read(form, carried).filter(this::isRecent).isPresent() ? carried : stamp.of(form);
  }

  /** Not if the form says something else than it did when it was opened, either. */
  boolean looksHuman(String form, Map<String, String> typed) {
    boolean human = typed.getOrDefault(HONEYPOT, "").isEmpty()
        && stamp.read(form, typed.get(STAMP)).filter(this::isRecent).filter(this::tookTime).isPresent();
    return human || refused("robot");
  }

  private boolean isRecent(Instant opened) {
    return clock.instant().isBefore(opened.plus(settings.openFor()));
  }

  /** Stamps tell the second, so the last one counts in full. */
  private boolean tookTime(Instant opened) {
    return !clock.instant().isBefore(opened.plus(settings.fillTime()));
  }

  /** Whether one more form is let through from there; counts it then. */
  boolean admits(String ip, EmailAddress address) {
    String network = Network.of(ip);
    if (!limits.allows(Consent.complaintsOf(network))) {
      return refused("complaints");
    }
    List<Limited> measured = new ArrayList<>();
    measured.add(new Limited("form-network:" + network, settings.perNetwork()));
    if (address.kind() != AddressKind.FREE_MAIL) {
      measured.add(new Limited("form-domain:" + address.domain(), settings.perDomain()));
    }
    if (!limits.take(measured.toArray(Limited[]::new))) {
      return refused("too many of one");
    }
    return limits.take(new Limited("form", settings.all())) || tooMany();
  }

  private boolean tooMany() {
    alarm.raise("form", "More forms than %s come in: further ones are refused".formatted(settings.all()));
    return refused("too many");
  }

  /** @return false, which is the answer */
  private boolean refused(String reason) {
    meters.counter("leads.forms.refused", "reason", reason).increment();
    return false;
  }
}
