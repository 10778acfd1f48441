package io.leadlifecycle.handover;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How leads are handed over to sales.
 *
 * @param openCallsPerRep a rep with so many gets no more for now
 * @param coolingOff how long a lead rests that said "not yet" and nothing else
 * @param manager address of whoever is told about overdue calls
 * @param managerLanguage language of that mail
 * @param managerZone zone of the times in that mail
 */
@ConfigurationProperties("leads.handover")
record HandoverSettings(
    @DefaultValue("10") int openCallsPerRep,
    @DefaultValue("P30D") Duration coolingOff,
    @DefaultValue("sales-manager@example.com") String manager,
    @DefaultValue("en") Locale managerLanguage,
    @DefaultValue("Europe/Berlin") ZoneId managerZone) {

  HandoverSettings {
    if (openCallsPerRep < 1) {
      throw new IllegalArgumentException("leads.handover.open-calls-per-rep must be at least 1");
    }
  }
}
