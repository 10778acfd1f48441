package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.Allowance;
import io.leadlifecycle.calendar.MailCap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one address got of one class of mail, and may get: all that the cap has to know.
 *
 * @param version changes whenever anything of it changes
 * @param sent when the newest mails went out, or will at the latest if they are on their way
 * @param suppressedWhy null as long as mails may go there
 */
record Gate(
    GateKey key, long version, List<Instant> sent, Preference preference, @Nullable String suppressedWhy) {

  /** So many mails are remembered at least, in case the cap is changed to one that looks further back. */
  private static final int MEMORY = 10;

  Gate {
    sent = List.copyOf(sent);
  }

  static Gate fresh(GateKey key) {
    return new Gate(key, 0, List.of(), Preference.NONE, null);
  }

  Allowance allowance(MailCap companyCap) {
    MailCap cap = preference.frequency() == null ? companyCap : companyCap.and(preference.frequency().cap());
    return new Allowance(cap, sent, Objects.requireNonNullElse(preference.pausedUntil(), Instant.EPOCH));
  }

  boolean isSuppressed() {
    return suppressedWhy != null;
  }

  Gate with(Instant mail, MailCap companyCap) {
    int memory = Math.max(MEMORY, companyCap.memory() + 1);
    List<Instant> newest = Stream.concat(sent.stream(), Stream.of(mail))
        .sorted(Comparator.reverseOrder())
        .limit(memory)
        .sorted()
        .toList();
    return new Gate(key, version, newest, preference, suppressedWhy);
  }

  Gate preferring(Preference other) {
    return new Gate(key, version, sent, other, suppressedWhy);
  }

  /** Without one mail of that instant. */
  Gate without(Instant mail) {
    List<Instant> others = new ArrayList<>(sent);
    others.remove(mail);
    return new Gate(key, version, others, preference, suppressedWhy);
  }
}
