package io.leadlifecycle.lead;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a lead is kept after its process ended, by where it ended (Art. 5(1)(e) GDPR). Leads whose process is
 * running stay. A day is 24 hours.
 *
 * @param notConfirmed counts from when the lead was last asked to confirm: perhaps somebody else typed the
 *     address, so it goes first
 * @param neverAgreed may not get mails; until then a rep may still look at it
 * @param notAFit stays for a while, so that the same inquiry is not researched anew, and the answer can be
 *     explained
 * @param unsubscribed wants nothing more of us; questions about the last mails come soon or never. What keeps us
 *     from writing again is no data of the lead: a hash of its address
 * @param lost comes back, if at all, with next year's budget
 * @param goneCold may wake up, by a visit; who does not within a year has forgotten us
 * @param customer null: for ever. What a contract needs is for other systems and other laws (§147 AO, §257 HGB),
 *     and whoever knows that erases the lead by hand
 * @param stopped whose process an operator deleted on its way
 */
@ConfigurationProperties("leads.privacy.retention")
record RetentionSettings(
    @DefaultValue("P14D") Duration notConfirmed,
    @DefaultValue("P90D") Duration neverAgreed,
    @DefaultValue("P180D") Duration notAFit,
    @DefaultValue("P30D") Duration unsubscribed,
    @DefaultValue("P365D") Duration lost,
    @DefaultValue("P365D") Duration goneCold,
    @Nullable Duration customer,
    @DefaultValue("P180D") Duration stopped) {

  RetentionSettings {
    Stream.of(notConfirmed, neverAgreed, notAFit, unsubscribed, lost, goneCold, stopped)
        .forEach(RetentionSettings::check);
    if (customer != null) {
      check(customer);
    }
  }

  private static void check(Duration kept) {
    if (kept.isNegative() || kept.isZero()) {
      throw new IllegalArgumentException("leads.privacy.retention: leads are kept for some time, not for " + kept);
    }
  }

  /**
   * How long a lead without a running process is kept in each stage; stages that are missing are kept for ever.
   */
  Map<Stage, Duration> byStage() {
    Map<Stage, Duration> kept = new EnumMap<>(Stage.class);
    Stream.of(Stage.values()).filter(stage -> !stage.isEnd()).forEach(stage -> kept.put(stage, stopped));
    kept.put(Stage.NOT_CONFIRMED, notConfirmed);
    kept.put(Stage.NEVER_AGREED, neverAgreed);
    kept.put(Stage.NOT_A_FIT, notAFit);
    kept.put(Stage.UNSUBSCRIBED, unsubscribed);
    kept.put(Stage.LOST, lost);
    kept.put(Stage.GONE_COLD, goneCold);
    if (customer != null) {
      kept.put(Stage.CUSTOMER, customer);
    }
    return kept;
  }
}
